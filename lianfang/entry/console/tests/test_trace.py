"""`lianfang trace`: proposals with their evidence and row, masked; accepted in bulk by somebody for a reason."""
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.response.tracing import actions, diary
from lianfang.response.tracing.telling import roster

ILL = date(2020, 3, 8)


@pytest.fixture
def run(db, capsys):
    def run(*words):
        call_command("trace", *words)
        return capsys.readouterr().out

    return run


@pytest.fixture
def index(cast):
    """A disease whose contacts are judged today still; two at his table, and one of whom the rule says nothing sure."""
    told = {"by": cast.epi, "at": cast.at}
    with everything():
        one = actions.report_index(who=actions.Somebody("周建明", door=cast.units["502"].pk), unit=cast.units["502"], disease="mers",
                                   anchor="onset", anchor_on=ILL, **told)
        meal, ride = actions.add_stays(person=one.person, told=diary.read("1200-1300 吃饭 同福酒家\n1400-1420 乘车 12路", ILL), **told)
        for stay, text in ((meal, "高原 13800001234\n林下 13800005678"), (ride, "吕春 13800009999")):
            present = [actions.Present(actions.Somebody(each.name, phone=each.phone)) for each in roster.read(text, ILL)]
            actions.add_present(index=one, stay=stay, present=present, **told)
    return one


def test_it_proposes_with_evidence_and_row_and_names_nobody_whole(run, index):
    said = run(str(index.pk), "--json")
    answer = json.loads(said)
    kinds = {one["name"]: one["kind"] for one in answer["proposals"]}
    assert (kinds["高＊"], kinds["林＊"], kinds["吕＊"]) == ("close", "close", "manual_review") and "高原" not in said
    one = next(one for one in answer["proposals"] if one["name"] == "高＊")
    assert one["row"] and "同福酒家" in one["evidence"][0] and one["because"]
    assert str(index.pk) in run() and "3 人待定" in run(str(index.pk))


def test_accepted_in_bulk_by_somebody_for_a_reason(run, index, cast):
    for words, why in (([], "请用 --as"), (["--as", "epi"], "--reason"), (["--as", "cadre"], "没有")):
        with pytest.raises(CommandError, match=why):
            run(str(index.pk), "--json", "--accept", *words)
    answer = json.loads(run(str(index.pk), "--accept", "--as", "epi", "--reason", "equal_evidence", "--json"))
    told = Line.objects.filter(verb="tracing.accept")
    assert len(answer["accepted"]) == told.count() == 2
    assert {(line.by, line.data["reason"]) for line in told} == {(cast.epi.pk, "equal_evidence")}
    assert [one["kind"] for one in json.loads(run(str(index.pk), "--json"))["proposals"]] == ["manual_review"]


def test_a_case_nobody_traces_is_one_sentence(run):
    with pytest.raises(CommandError, match="没有编号为“2020-1”的排查"):
        run("2020-1")
