"""The bulletin: frozen, numbered, signed thrice by name, corrected in the open; the same numbers on page, Word and PDF."""

from datetime import date, timedelta

import pytest
import time_machine
from django.apps import apps
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import SHANGHAI, day_of, moment
from lianfang.ground.journal.models import Line
from lianfang.ground.journal.numbers import number_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.overview.situation import actions, cutoffs, jobs, queries
from lianfang.overview.situation.models import Bulletin, BulletinFigure
from lianfang.overview.situation.papers.rows import CODES, ROWS
from lianfang.response.isolation import actions as isolation
from tests.reading import text, word_text

from .conftest import ON

EVENING = moment(ON, "18:45")
NEXT = moment(date(2020, 3, 11), "07:45")
MEETING = moment(ON, "18:46")


@pytest.fixture
def seen(story, all_seen):
    return story


@pytest.fixture
def issue(seen):
    """The evening's issue, frozen by the clock."""
    return actions.freeze(unit=seen.unit("青禾县"), cut_off_at=EVENING, by=named(SYSTEM), at=MEETING)


def figure(bulletin, code):
    return BulletinFigure.objects.get(bulletin=bulletin, code=code)


def test_it_holds_the_board_of_its_cut_off(seen, issue):
    total = queries.board(seen.unit("青禾县"), EVENING).total
    found = queries.figures_of(issue)
    assert set(found) == set(CODES) and set(CODES) - set(total.figures) == {"zero_due", "zero_missing"}  # which the board does not show
    assert all(found[code] == total[code] for code in CODES if code in total.figures)
    assert (figure(issue, "am_done").value, figure(issue, "am_done").out_of) == (2, 3)


def test_wholes_are_the_sums_of_their_parts_on_paper_too(issue):
    found = queries.figures_of(issue)
    assert found["managed"] == sum(found[code] for code in ("monitoring", "home", "central", "referred")) == found["ever"] - found["ended"]
    assert found["isolated"] == found["home"] + found["central"]
    assert found["overdue"] == sum(found[f"overdue_{level}"] for level in ("grid", "village", "township", "county"))


def test_it_is_compared_with_the_cut_off_before_even_when_no_issue_was_made_then(issue):
    assert issue.previous_at == moment(ON, "07:45")
    assert (figure(issue, "managed").previous, figure(issue, "managed").value) == (0, 3)


def test_once_frozen_it_does_not_follow_the_facts(seen, issue):
    isolation.leave_county(
        orders=[seen.order("魏小东")], by=seen.cast.far_cadre, at=EVENING - timedelta(minutes=5)
    )  # told late, for before
    again = actions.freeze(unit=seen.unit("青禾县"), cut_off_at=EVENING, by=seen.cast.officer, at=MEETING + timedelta(hours=1))
    assert again.pk == issue.pk and figure(again, "managed").value == 3
    assert queries.paper(again).figures[0].now == 3 and queries.is_intact(again, queries.paper(again))


def test_a_figure_changed_behind_its_back_no_longer_gives_its_code(issue):
    BulletinFigure.objects.filter(pk=figure(issue, "managed").pk).update(value=2)
    assert not queries.is_intact(issue, queries.paper(issue))


def test_numbers_follow_each_other_and_start_anew_each_year(seen, issue):
    county, officer = seen.unit("青禾县"), seen.cast.officer
    second = actions.freeze(unit=county, cut_off_at=NEXT, by=officer, at=NEXT)
    first = actions.freeze(unit=county, cut_off_at=moment(date(2021, 1, 1), "07:45"), by=officer, at=moment(date(2021, 1, 1), "07:46"))
    assert [(b.year, b.number, b.edition) for b in (issue, second, first)] == [
        (2020, 1, "evening"),
        (2020, 2, "morning"),
        (2021, 1, "morning"),
    ]
    assert second.serial == "990100-2020-002" and second.previous_at == EVENING


def test_three_sign_by_name_each_in_turn(seen, issue):
    cast = seen.cast
    turns = [(turn.role, turn.due) for turn in Turn.objects.filter(record=issue.pk, closed_at=None)]
    assert turns == [("duty_officer", moment(ON, "18:50"))]
    actions.draft(bulletin=issue, by=cast.officer, at=moment(ON, "18:47"))
    actions.check(bulletin=issue, by=cast.epi, at=moment(ON, "18:51"))
    assert [turn.role for turn in Turn.objects.filter(record=issue.pk, closed_at=None)] == ["county_leader"]
    actions.sign(bulletin=issue, by=cast.leader, at=moment(ON, "18:55"))
    signed = [(each.act, each.name, each.at) for each in queries.paper(issue).signatures]
    assert signed == [
        ("制表", "罗文舒", moment(ON, "18:47")),
        ("核稿", "沈知微", moment(ON, "18:51")),
        ("签发", "郑怀远", moment(ON, "18:55")),
    ]
    assert issue.state == "signed" and not Turn.objects.filter(record=issue.pk, closed_at=None).exists()


def test_the_journal_tells_who_signed_by_number_only(seen, issue):
    actions.draft(bulletin=issue, by=seen.cast.officer, at=MEETING)
    told = Line.objects.get(verb="situation.draft")
    assert (told.by, told.data) == (seen.cast.officer.pk, {"number": issue.number})


def test_nobody_signs_out_of_turn_or_without_the_right(seen, issue):
    with pytest.raises(Refused):
        actions.sign(bulletin=issue, by=seen.cast.leader, at=MEETING)
    with pytest.raises(Refused):
        actions.draft(bulletin=issue, by=seen.cast.township, at=MEETING)
    issue.refresh_from_db()
    assert issue.state == "frozen"


def test_a_correction_stands_beside_what_was_reported(seen, issue):
    isolation.leave_county(orders=[seen.order("魏小东")], by=seen.cast.far_cadre, at=EVENING - timedelta(minutes=5))
    actions.correct(figure=figure(issue, "home"), reason="梨花沟村1人重复登记", by=seen.cast.officer, at=moment(ON, "20:00"))
    printed = queries.paper(issue)
    for paper in (text(printed.pdf()), word_text(printed.docx())):
        assert (
            "原报2人" not in paper
            and "“居家隔离”原报2，应为1（梨花沟村1人重复登记）" in paper
            and "核准人罗文舒" in paper
            and "1*0" in paper
        )
    assert figure(issue, "home").value == 2 and queries.is_intact(issue, printed)


def test_the_next_issue_counts_from_the_corrected_figure_and_says_so(seen, issue):
    isolation.leave_county(orders=[seen.order("魏小东")], by=seen.cast.far_cadre, at=EVENING - timedelta(minutes=5))
    actions.correct(figure=figure(issue, "home"), reason="重复登记", by=seen.cast.officer, at=moment(ON, "20:00"))
    later = actions.freeze(unit=seen.unit("青禾县"), cut_off_at=NEXT, by=seen.cast.officer, at=NEXT)
    assert (figure(later, "home").value, figure(later, "home").previous) == (1, 1)
    assert "第1期“居家隔离”原报2，应为1" in text(queries.paper(later).pdf())


def test_what_has_not_changed_cannot_be_corrected(seen, issue):
    with pytest.raises(Refused, match="没有变"):
        actions.correct(figure=figure(issue, "managed"), reason="核对", by=seen.cast.officer, at=moment(ON, "20:00"))
    with pytest.raises(Refused, match="为什么"):
        actions.correct(figure=figure(issue, "managed"), reason="  ", by=seen.cast.officer, at=moment(ON, "20:00"))


def test_page_word_and_pdf_carry_the_same_numbers(client, seen, issue):
    client.force_login(seen.cast.officer)
    page = client.get(reverse("situation:bulletin", args=[issue.pk]))
    files = [client.get(reverse("situation:file", args=[issue.pk, form])).content for form in ("pdf", "docx")]
    papers = [text(files[0]), word_text(files[1])]
    for line in page.context["words"]["figures"]:
        row = "".join(f"{line['place']}{line['label']}{line['now']}{line['before']}{line['change']}".split())
        assert all(row in paper for paper in papers), row
    assert all(issue.check_code in paper for paper in (*papers, page.content.decode())) and len(page.context["rows"]) == len(ROWS)


@pytest.mark.parametrize(("form", "said"), [("pdf", text), ("docx", word_text)])
def test_a_copy_that_is_taken_away_says_who_when_and_under_which_number(client, seen, issue, form, said):
    client.force_login(seen.cast.officer)
    below = said(client.get(reverse("situation:file", args=[issue.pk, form])).content)
    told = Line.objects.get(verb="ui.hand_out")
    assert (told.record, told.by, told.data) == (issue.pk, seen.cast.officer.pk, {"form": form})
    assert f"{seen.cast.officer.name}{told.at.astimezone(SHANGHAI):%Y-%m-%d%H:%M}编号{number_of(told)}" in below


def test_each_figure_opens_its_records_at_the_cut_off(client, seen, issue):
    client.force_login(seen.cast.officer)
    with time_machine.travel(NEXT, tick=False):
        page = client.get(reverse("situation:bulletin", args=[issue.pk]))
        for shown, _line, address, _before in page.context["rows"]:
            assert client.get(address).context["table"].count == shown.stored.value, shown.stored.code


def test_the_clock_freezes_each_cut_off_once(seen):
    jobs.freeze_due(at=EVENING + timedelta(seconds=30))
    jobs.freeze_due(at=EVENING + timedelta(minutes=5))
    assert [(b.cut_off_at, b.state) for b in Bulletin.objects.all()] == [(EVENING, "frozen")]
    jobs.freeze_due(at=moment(date(2020, 3, 12), "07:44"))  # thirteen hours late: made by hand, if at all
    assert Bulletin.objects.count() == 1


def test_three_people_hand_it_on_with_buttons(client, seen):
    client.force_login(seen.cast.officer)
    with time_machine.travel(MEETING, tick=False):
        address = client.post(reverse("situation:make"))["Location"]
        assert client.get(address).context["step"].code == "check"
        client.post(f"{address}check/")
        assert Bulletin.objects.get().state == "drafted"  # who drafted it does not check it
        client.force_login(seen.cast.accounts["epi"])
        client.post(f"{address}check/")
        client.force_login(seen.cast.leader)
        assert client.get(address).context["step"].code == "sign"
        client.post(f"{address}sign/")
        assert "已签发" in client.get(address).content.decode()
        assert Bulletin.objects.get().state == "signed"


@pytest.mark.parametrize("part", ["supervisor", "township", "leader"])
def test_who_does_not_manage_the_county_cannot_make_or_check(client, seen, issue, part):
    client.force_login(seen.cast.accounts[part])
    for name, args in (("make", []), ("draft", [issue.pk]), ("check", [issue.pk])):
        client.post(reverse(f"situation:{name}", args=args))
    assert Bulletin.objects.get().state == "frozen" and not issue.signatures.exists()


def test_a_town_sees_no_county_bulletin(client, seen, issue):
    client.force_login(seen.cast.far_township)
    assert client.get(reverse("situation:bulletin", args=[issue.pk])).status_code == 404
    assert client.get(reverse("situation:bulletins")).context["table"].count == 0


def test_the_page_leads_to_the_ledger_where_figures_are_corrected(client, seen, issue):
    client.force_login(seen.cast.officer)
    page = client.get(reverse("situation:bulletin", args=[issue.pk])).content.decode()
    assert reverse("ledger:cut", args=[apps.get_model("ledger", "Cut").objects.get().pk]) in page


def test_cut_offs_come_from_the_table():
    found = cutoffs.latest(moment(date(2020, 3, 18), "12:00"), 3)
    assert [(cut.edition, day_of(cut.at).day, f"{cut.at:%H:%M}") for cut in found] == [
        ("morning", 18, "07:45"),
        ("evening", 17, "18:45"),
        ("morning", 17, "07:45"),
    ]


test_cut_offs_come_from_the_table = pytest.mark.django_db(test_cut_offs_come_from_the_table)
