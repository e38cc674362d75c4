"""`lianfang decide --again`: whom a change of edition changes, masked; confirmed by one, let through by another, as on the page."""
import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions
from lianfang.response.isolation.models import Order, Switch

ISSUED, TWENTY = datetime(2022, 11, 9, 2, 0, tzinfo=UTC), datetime(2022, 11, 11, 0, 30, tzinfo=UTC)
FACTS = {"disease": "covid_omicron", "kind": "close", "exposure_on": date(2022, 11, 8), "age": 30, "special": "none", "negative": "unknown",
         "symptoms": "no"}


@pytest.fixture
def run(db, capsys):
    def run(*words):
        with time_machine.travel(TWENTY, tick=False):
            call_command("decide", "--again", *words)
        return capsys.readouterr().out

    return run


@pytest.fixture
def switch(cast):
    """A close contact of the ninth edition on the day of the twenty articles, listed."""
    with everything():
        draft = draft_person(unit_id=cast.units["502"].pk, name="演练甲", at=cast.at)
        [person] = people.add_people(people=[draft], by=cast.officer, at=cast.at)
        finding = actions.Finding(person.pk, person.unit_id, FACTS, ISSUED.date(), table="exposed")
        actions.decide(findings=[finding], by=named(SYSTEM), at=ISSUED)
        [made] = actions.propose_switches(by=named(SYSTEM), at=TWENTY)
        yield made


def test_it_lists_as_the_page_does_names_nobody_whole_and_changes_nothing(run, switch):
    before = list(Order.objects.values())
    [told] = json.loads(run("--json"))["switches"]
    [line] = told["lines"]
    assert (told["switch"], told["table"], told["on"], told["people"]) == (str(switch.pk), "exposed", "2022-11-11", 1)
    assert line["name"] == "演＊甲" and line["old"] != line["new"] and "演练甲" not in run() and "502" in line["place"]
    assert json.loads(run("measure", "--json"))["switches"] == [] and "没有等着办" in run("measure")
    assert list(Order.objects.values()) == before


@pytest.mark.parametrize(("words", "says"), [
    ((), "请用 --as"), (("--as", "cadre"), "没有"), (("--as", "admin"), "没有"), (("--as", "officer", "--switch", "x"), "0 份"),
    (("measure", "--as", "officer"), "0 份")])
def test_nobody_carries_it_out_without_a_name_the_right_and_one_list(run, switch, words, says):
    with pytest.raises(CommandError, match=says):
        run("--apply", *words)
    switch.refresh_from_db()
    assert switch.state == "proposed" and switch.confirmed_by is None


def test_few_are_carried_over_by_one(run, switch):
    assert json.loads(run("--apply", "--as", "officer", "--json")) == {"switch": str(switch.pk), "state": "applied", "changed": 1}
    switch.refresh_from_db()
    assert (switch.confirmed_by.login, switch.let_by) == ("officer", None)
    assert Order.objects.get(closed_at=None).until_on == date(2022, 11, 14)


def test_many_bound_more_take_a_second_person_of_another_unit(run, switch):
    Switch.objects.update(bound=21)
    assert json.loads(run("--apply", "--as", "officer", "--json"))["state"] == "confirmed"
    with pytest.raises(CommandError):
        run("--apply", "--as", "officer")
    assert Order.objects.get(closed_at=None).until_on != date(2022, 11, 14)
    assert json.loads(run("--apply", "--as", "supervisor", "--json")) == {"switch": str(switch.pk), "state": "applied", "changed": 1}
