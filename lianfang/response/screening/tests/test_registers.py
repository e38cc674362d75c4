"""Registers lie apart from persons; leads are matched to either and listed once."""
import io

import pytest

from lianfang.ground import sheets
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.registers.people.models import Entry, EntryWord, Person
from lianfang.response.screening import actions, queries
from lianfang.response.screening.models import Import, Layout, Lead, RowFault

from .conftest import book, numbered, row


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


def test_residents_are_entries_and_nobody_becomes_a_person(bring):
    first = bring(book(row(1), row(2)), kind="residents", basis="县公安局协查函")
    again = bring(book(row(1), row(2), row(3)), kind="residents", basis="县公安局协查函")
    assert [(r.created, r.merged) for r in (first, again)] == [(2, 0), (1, 2)]
    assert Entry.objects.count() == 3 and not Person.objects.exists()
    assert set(Entry.objects.values_list("retention", flat=True)) == {"register"}
    assert set(Entry.objects.values_list("source", flat=True)) == {first.pk, again.pk}
    assert EntryWord.objects.filter(entry__source=first.pk).count() >= 4
    assert Line.objects.filter(verb="screening.enter").count() == 2


def test_a_returnee_found_in_the_register_becomes_a_person(bring):
    bring(book(row(1, name="周明远")), kind="residents", basis="演练")
    found = bring(book(row(1, name="周明远")))
    assert (found.created, found.merged, Person.objects.count()) == (1, 0, 1)
    assert "name_differs" not in {f["code"] for f in queries.answer(found)["faults"]}


def test_leads_are_matched_and_listed_once(bring):
    bring(book(row(1, name="周明远")), kind="residents", basis="演练")
    bring(book(row(2, name="周明近", phone="13900000002")))
    headers = ["姓名", "身份证号", "电话", "备注"]
    content = book(["周明远", numbered(1), "", "大数据推送"], ["周明近", "", "13900000002", ""], ["", "", "13900000077", ""],
                   headers=headers)
    roster = bring(content, kind="leads")
    assert (roster.accepted, roster.created, roster.merged) == (3, 3, 0)
    by_register, by_phone, nobody = queries.leads_of(roster)
    assert by_register.entry.name == "周明远" and by_register.remark.open() == "大数据推送"
    assert by_phone.person.name == "周明近"
    assert (nobody.person, nobody.entry, nobody.phone.open()) == (None, None, "13900000077")
    again = bring(content, kind="leads")
    assert (again.created, again.merged, Lead.objects.count()) == (0, 3, 3)
    assert Line.objects.filter(verb="screening.lead").count() == 3


def test_bad_rows_come_back_mended(bring):
    wrong = row(2)
    wrong[1] = wrong[1][:17]
    roster = bring(book(row(1), wrong, row(3, temperature="73")))
    assert (roster.accepted, roster.rejected) == (1, 2)
    assert list(RowFault.objects.filter(level="error").values_list("row", "code")) == [(4, "id_length"), (5, "temperature_unlikely")]
    [sheet] = sheets.read(io.BytesIO(queries.correction(roster)))
    at = next(n for n, cells in enumerate(sheet.rows) if cells[1] == wrong[1])
    mended = [list(cells) for cells in sheet.rows]
    mended[at][1] = numbered(2)
    fixed = book(*mended[at:], headers=mended[at - 1], title="更正表")
    again = bring(fixed)
    assert (again.accepted, again.created, again.rejected) == (1, 1, 1)


def test_the_file_is_sealed_while_it_waits_and_gone_when_it_is_in(hand_in, settings):
    content = book(row(1, name="周明远"))
    roster = hand_in(content)
    [kept] = settings.MEDIA_ROOT.iterdir()
    assert content[:200] not in kept.read_bytes() and kept.stat().st_mode & 0o77 == 0
    actions.take_up(at=now())
    assert Import.objects.get(pk=roster.pk).state == "done" and not list(settings.MEDIA_ROOT.iterdir())


def test_a_file_that_cannot_be_read_is_failed_with_a_sentence(hand_in):
    roster = hand_in(b"\x00\x01\x02")
    actions.take_up(at=now())
    roster.refresh_from_db()
    assert roster.state == "failed" and "电子表格" in roster.fault and Line.objects.filter(verb="screening.fail").count() == 1


def test_a_layout_confirmed_once_is_known_the_next_time(bring, hand_in, cast):
    headers = ["甲", "身份证号", "丙", "住址", "来源地", "返乡日期", "体温", "健康码", "备注"]
    content = book(row(1), headers=headers)
    draft = hand_in(content, is_draft=True)
    actions.take_up(at=now())
    assert Import.objects.get().state == "draft"
    mapping = {"name": ["甲"], "id_number": ["身份证号"], "phone": ["丙"]}
    actions.confirm(roster=draft, layouts=[(headers, mapping)], by=cast.officer, at=now())
    actions.take_up(at=now())
    assert (Import.objects.get().created, Layout.objects.count()) == (1, 1)
    assert bring(book(row(2), headers=headers)).created == 1


def test_a_draft_can_be_left(hand_in, cast, settings):
    draft = hand_in(book(row(1)), is_draft=True)
    assert actions.discard(roster=draft, by=cast.officer, at=now())
    assert not Import.objects.exists() and not list(settings.MEDIA_ROOT.iterdir())
