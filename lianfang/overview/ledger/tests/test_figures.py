"""One figure per indicator, unit and day: whoever freezes one reads it here; it is signed, and changed in the open by two."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground import indicators
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.overview.ledger import actions, jobs, queries
from lianfang.overview.ledger.models import Change, Cut
from lianfang.overview.meetings import actions as meetings
from lianfang.overview.meetings.models import Reading
from lianfang.overview.situation import actions as situation
from lianfang.overview.situation import queries as bulletins

from .conftest import CUT, LATER, ON


def stood(told, code="managed", unit=None):
    return queries.stands(told.cut)[(unit or told.county).pk][code]


def test_who_freezes_after_the_records_moved_still_tells_the_ledgers_figure(told):
    told.late()
    facts = meetings.freeze(unit=told.county, cut_off_at=CUT, by=told.cast.officer, at=LATER)
    issue = situation.freeze(unit=told.county, cut_off_at=CUT, by=told.cast.officer, at=LATER)
    street = situation.freeze(unit=told.town, cut_off_at=CUT, by=told.cast.officer, at=LATER)
    assert Reading.objects.get(facts=facts, unit=told.county).figures["managed"] == bulletins.figures_of(issue)["managed"] == 2
    assert bulletins.figures_of(street)["managed"] == stood(told, unit=told.town) == 2
    assert indicators.book(told.county, CUT).stands == queries.stands(told.cut)


def test_the_countys_figure_is_the_sum_of_what_stands_below(told):
    found = queries.stands(told.cut)
    own = found.pop(told.county.pk)
    assert own["managed"] == sum(figures["managed"] for figures in found.values()) == 2


def test_the_clock_writes_each_cut_off_once_and_the_evenings_stands_for_the_day(told):
    morning = moment(ON, "07:46")
    jobs.book_due(at=morning)
    jobs.book_due(at=morning + timedelta(minutes=5))
    jobs.book_due(at=CUT + timedelta(minutes=1))
    assert [(cut.edition, cut.on) for cut in Cut.objects.order_by("cut_off_at")] == [("morning", ON), ("evening", ON)]
    assert indicators.book_of_day(told.county, ON).cut_off_at == CUT
    assert indicators.book_of_day(told.county, ON - timedelta(days=1)) is None


def test_one_officer_signs_by_name_and_only_who_keeps_the_figures(told):
    with pytest.raises(Refused):
        actions.sign(cut=told.cut, by=told.cast.township, at=LATER)
    actions.sign(cut=told.cut, by=told.cast.officer, at=LATER)
    assert (told.cut.signed_name, told.cut.signed_at) == ("罗文舒", LATER)
    with pytest.raises(Refused, match="罗文舒"):
        actions.sign(cut=told.cut, by=told.cast.epi, at=LATER)


def test_who_drafts_the_bulletin_signs_for_its_figures(told):
    issue = situation.freeze(unit=told.county, cut_off_at=CUT, by=told.cast.officer, at=LATER)
    situation.draft(bulletin=issue, by=told.cast.officer, at=LATER)
    told.cut.refresh_from_db()
    assert told.cut.signed_name == "罗文舒"
    assert Line.objects.get(verb="ledger.sign").because == Line.objects.get(verb="situation.draft").id


def test_what_no_paper_told_is_changed_at_once_and_the_old_number_stays(told):
    told.late()
    asked = [(told.county.pk, "managed"), (told.town.pk, "managed")]
    one = actions.ask_change(cut=told.cut, figures=asked, reason="补报1人离县", by=told.cast.officer, at=LATER)
    assert one.state == "stands" and stood(told) == stood(told, unit=told.town) == 1
    [step] = queries.trail(told.cut, told.county, "managed")
    assert (step.was, step.value, step.change.name, step.change.reason) == (2, 1, "罗文舒", "补报1人离县")
    assert indicators.book(told.county, CUT).first[told.county.pk]["managed"] == 2


def test_what_a_bulletin_told_needs_a_second_person_and_is_printed_beside_it(told):
    issue = situation.freeze(unit=told.county, cut_off_at=CUT, by=told.cast.officer, at=LATER)
    told.late()
    one = actions.ask_change(cut=told.cut, figures=[(told.county.pk, "managed")], reason="补报1人离县", by=told.cast.officer, at=LATER)
    assert one.state == "asked" and stood(told) == 2
    assert Turn.objects.get(flow="figure_change", closed_at=None).due == LATER + timedelta(hours=1)
    with pytest.raises(Refused, match="另一位"):
        actions.change(change=one, by=told.cast.officer, at=LATER)
    actions.change(change=one, by=told.cast.epi, at=LATER)
    assert stood(told) == 1 and (one.second_name, one.state) == ("沈知微", "stands")
    assert "“在管（人）”原报2，应为1（补报1人离县）" in bulletins.paper(issue).words()["corrections"][0]
    assert bulletins.figures_of(issue)["managed"] == 2


def test_a_figure_is_never_typed_and_never_changed_for_nothing(told):
    with pytest.raises(Refused, match="没有变"):
        actions.ask_change(cut=told.cut, figures=[(told.county.pk, "managed")], reason="核对", by=told.cast.officer, at=LATER)
    told.late()
    with pytest.raises(Refused, match="为什么"):
        actions.ask_change(cut=told.cut, figures=[(told.county.pk, "managed")], reason=" ", by=told.cast.officer, at=LATER)
    with pytest.raises(Refused, match="选"):
        actions.ask_change(cut=told.cut, figures=[], reason="核对", by=told.cast.officer, at=LATER)
    assert not Change.objects.exists()


def test_a_change_can_be_refused_and_asked_again(told):
    situation.freeze(unit=told.county, cut_off_at=CUT, by=told.cast.officer, at=LATER)
    told.late()
    asked = {"figures": [(told.county.pk, "managed")], "reason": "补报", "at": LATER}
    one = actions.ask_change(cut=told.cut, by=told.cast.officer, **asked)
    with pytest.raises(Refused, match="等核准"):
        actions.ask_change(cut=told.cut, by=told.cast.epi, **asked)
    actions.refuse_change(change=one, by=told.cast.epi, at=LATER)
    assert stood(told) == 2 and not Turn.objects.filter(flow="figure_change", closed_at=None).exists()
    assert actions.ask_change(cut=told.cut, by=told.cast.epi, **asked).state == "asked"


def test_where_the_records_say_something_else_the_page_marks_it(told, client):
    told.late()
    jobs.compare_due(at=LATER)
    told.cut.refresh_from_db()
    assert told.cut.says_now[str(told.county.pk)]["managed"] == 1
    client.force_login(told.cast.officer)
    with time_machine.travel(LATER, tick=False):
        days = client.get(reverse("ledger:days")).content.decode()
        assert "记录现为 1" in days and "&lt;a" not in days + client.get(reverse("ledger:cut", args=[told.cut.pk])).content.decode()
        page = client.get(reverse("ledger:figure", args=[told.cut.pk, told.county.pk, "managed"]))
    assert (page.context["value"], page.context["says"]) == (2, 1) and "按现在的记录是 1" in page.content.decode()


def test_two_people_change_it_with_buttons(told, client):
    situation.freeze(unit=told.county, cut_off_at=CUT, by=told.cast.officer, at=LATER)
    told.late()
    client.force_login(told.cast.officer)
    with time_machine.travel(LATER, tick=False):
        ask = reverse("ledger:ask_change", args=[told.cut.pk])
        choices = [value for value, _label in client.get(ask).context["choices"]]
        assert f"{told.county.pk}:managed" in choices
        assert client.post(ask, {"figures": choices, "reason": ""}).status_code == 422
        page = client.post(ask, {"figures": choices, "reason": "补报"})["Location"]
        client.post(f"{page}change/")
        assert Change.objects.get().state == "asked"
        client.force_login(told.cast.accounts["epi"])
        client.post(f"{page}change/")
    assert Change.objects.get().state == "stands" and queries.differences(told.cut) == {}


@pytest.mark.parametrize(("part", "sees"), [("township", {"禾阳街道"}), ("leader", {"青禾县", "禾阳街道", "梨花沟镇"})])
def test_a_town_sees_its_own_figures_and_changes_none(told, client, part, sees):
    client.force_login(told.cast.accounts[part])
    assert {unit.name for unit in client.get(reverse("ledger:days")).context["units"]} == sees
    with time_machine.travel(LATER, tick=False):
        client.post(reverse("ledger:sign", args=[told.cut.pk]))
    told.cut.refresh_from_db()
    assert told.cut.signed_at is None
    if part == "township":
        assert client.get(reverse("ledger:figure", args=[told.cut.pk, told.county.pk, "managed"])).status_code == 404


def test_no_day_before_the_first_is_asked(told, client):
    client.force_login(told.cast.officer)
    assert client.get(reverse("ledger:days"), {"until": "0001-01-01"}).context["until"] >= date(2020, 1, 1)
