"""A county drafts its own version: in a copy, which may be wrong until it is handed on."""
from datetime import date

import pytest

from lianfang.ground.days import day_start, moment
from lianfang.ground.journal.models import Line
from lianfang.ground.sheets import SheetError
from tests.at_once import only_on_postgresql, the_second

from .. import current, decide, registry
from ..actions import Refused, approve_version, draft_version, edit_version, faults_of, pass_hours, submit_version, withdraw_version
from ..drafting import cells
from ..drafting.book import as_book, from_book
from ..drafting.mending import sentence
from .conftest import OWN, OWN_TOLD, turn_on
from .tables import HEAD

MARCH = date(2020, 3, 1)
FACTS = {"temperature": 36.5, "code": "red", "came_on": "unknown"}


def draft(place, **changes):
    wanted = {"table": "small", "area": place.county, "from_at": day_start(MARCH), "text": OWN, "examples": OWN_TOLD, "by": place.wang,
              "at": place.at}
    return draft_version(**{**wanted, **changes})


def submitted(place, **changes):
    return submit_version(version=draft(place, **changes), by=place.wang, at=changes.get("at", place.at))


def test_it_is_numbered_and_told_and_not_yet_in_force(place, small):
    first, second = draft(place), draft(place, area=place.town)
    assert (first.mark, second.mark, first.state) == ("own-1", "own-2", "draft")
    line = Line.objects.get(record=first.pk)
    assert (line.verb, line.by, line.data["table"]) == ("decisions.draft_version", place.wang.pk, "small")
    assert decide("small", FACTS, unit=place.county.path, on=MARCH).version == "2020-01-01"
    assert turn_on(first).account == place.wang


@pytest.mark.django_db(transaction=True)
def test_two_drafted_at_once_get_two_numbers(place, small):
    only_on_postgresql()
    assert the_second(lambda: draft(place), lambda: draft(place, area=place.town)).mark == "own-2"


def test_a_copy_holds_what_holds_there_and_its_examples_and_is_right_at_once(place, small):
    version = draft(place, text=None, examples=None)
    assert [row.result["measure"] for row in current.as_drafted(version).rows] == ["manual_review", "home"]
    assert faults_of(version) == []
    assert cells.row(version.examples, 2)["on"] == "2020-03-01", "the same story, told of the first day"
    assert submit_version(version=version, by=place.wang, at=place.at).state == "asked_health"


def test_a_copy_leaves_out_what_the_county_s_own_version_always_answers_first(place, small):
    whole = OWN + "-,-,-,-,home,7,-,-,-,青隔〔2020〕1号,其余,\n"
    told = OWN_TOLD + "其余,2020-03-10,36,green,unknown,home,7\n"
    first = submitted(place, text=whole, examples=told)
    approve_version(version=first, by=place.li, at=place.at)
    pass_hours(by=place.console, at=day_start(MARCH))
    version = draft(place, text=None, examples=None, from_at=day_start(date(2020, 3, 20)))
    assert [row.result["days"] for row in current.as_drafted(version).rows] == [21, 7], "what was shipped is never reached any more"
    assert [cells.row(version.examples, n)["says"] for n in (2, 3)] == ["红码", "其余"]
    assert faults_of(version) == [] and version.examples.count("\n") == 3


def test_an_overlay_begins_empty(place, small):
    version = draft(place, is_overlay=True, text=None, examples=None)
    assert [fault.code for fault in faults_of(version)] == ["no_rows"]


@pytest.mark.parametrize("changes, says", [
    ({"text": OWN.replace("home,21", "home,x")}, "第3行“days字 days（F列）”里的“x”读不懂。请写：一个整数"),
    ({"text": OWN.replace("-,red", "三十八,red")}, "第3行“temperature字 temperature（A列）”里的“三十八”读不懂。请写：数字"),
    ({"text": OWN.replace("-,red", "-,blue")}, "“code字 code（B列）”里的“blue”读不懂。请写：green、red、unknown"),
    ({"text": OWN.replace(",红码", ",")}, "条款"), ({"text": OWN.replace("青隔〔2020〕1号", "=HYPERLINK(1)")}, "HYPERLINK"),
    ({"text": OWN.replace("days", "nights")}, "列"), ({"text": HEAD}, "没有规则"),
    ({"text": OWN.replace(",21,-,-", ",21,-,2020-02-01")}, "超出"), ({"text": OWN.replace(",21,-", ",21,123456")}, "123456"),
    ({"examples": OWN_TOLD.replace(",21", ",14")}, "不符"), ({"examples": "says,on,code\n"}, "没有示例"),
    ({"examples": OWN_TOLD.replace("home,21", "home,many")}, "示例第2行“days字 days（F列）”里的“many”读不懂。请写：一个整数"),
    ({"examples": OWN_TOLD.replace("2020-03-10", "3月10日")}, "示例第2行“on”里的“3月10日”读不懂"),
])
def test_what_is_wrong_stays_a_draft_and_every_cell_is_named_with_its_mend(place, small, changes, says):
    version = draft(place, **changes)
    with pytest.raises(Refused) as refused:
        submit_version(version=version, by=place.wang, at=place.at)
    assert says in str(refused.value)
    version.refresh_from_db()
    assert version.state == "draft"


def test_every_bad_cell_is_named_not_only_the_first(place, small):
    version = draft(place, text=OWN.replace("-,red,-,-,home,21", "warm,blue,-,-,home,x"))
    table = current.as_drafted(version)
    said = [sentence(fault, table) for fault in faults_of(version)]
    assert [any(f"“{cell}”" in one for one in said) for cell in ("warm", "blue", "x")] == [True] * 3


@pytest.mark.parametrize("changes, says", [
    ({"table": "nothing"}, "nothing"), ({"until_at": day_start(MARCH)}, "失效时间"), ({"from_at": day_start(date(1, 1, 1))}, "年份"),
    ({"until_at": day_start(date.max)}, "年份"), ({"from_at": day_start(date.max), "until_at": None}, "年份")])
def test_what_cannot_be_drafted_at_all(place, small, changes, says):
    with pytest.raises(Refused, match=says):
        draft(place, **changes)


def test_only_the_drafter_changes_it_hands_it_on_or_withdraws_it(place, small):
    version = draft(place)
    for act in (edit_version, submit_version, withdraw_version):
        with pytest.raises(Refused, match="只有起草人"):
            act(version=version, by=place.li, at=place.at)
    edit_version(version=version, by=place.wang, at=place.at, text=OWN.replace("21", "28"))
    version.refresh_from_db()
    assert ",28," in version.text
    assert withdraw_version(version=version, by=place.wang, at=place.at).state == "withdrawn"
    assert turn_on(version) is None


def test_a_program_hands_nothing_on(place, small):
    with pytest.raises(Refused, match="--as"):
        submit_version(version=draft(place, by=place.console), by=place.console, at=place.at)


def test_who_may_not_draft_here_is_refused(place, small):
    cadre = place._account("cadre", "village_cadre", place.town)
    with pytest.raises(Refused, match="不归您办"):
        draft(place, by=cadre)


def test_a_row_for_one_town_inside_the_countys_version(place, small):
    text = OWN + "-,red,-,-,home,28,990001,-,-,青隔〔2020〕1号,禾阳红码,\n"
    told = OWN_TOLD.replace("says,on,", "says,on,unit,").replace("红码,2020-03-10,", "红码,2020-03-10,,")
    told += "禾阳红码,2020-03-10,990001,36,red,unknown,home,28\n"
    version = draft(place, text=text, examples=told)
    assert faults_of(version) == []
    assert [row.area for row in current.as_drafted(version).rows] == [str(place.county.pk), str(place.town.pk)]


def shipped_tables():
    return registry.names()


@pytest.mark.parametrize("name", shipped_tables())
def test_through_a_workbook_and_back_nothing_is_lost(name):
    shipped = registry.shipped(name)
    text, examples = from_book(as_book(shipped.text, shipped.examples), "table.xlsx")
    assert cells.records(text) == cells.records(shipped.text)
    assert cells.records(examples) == cells.records(shipped.examples)


def test_what_a_spreadsheet_makes_of_cells_is_taken_back():
    import io

    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet, second = book.add_worksheet("规则"), book.add_worksheet("示例")
        sheet.write_row(0, 0, ["a", "b", "c", "d"])
        sheet.write_row(1, 0, [37.3, 371722103000, 14, True])
        sheet.write_datetime(2, 0, moment(date(2020, 3, 18), "00:00").replace(tzinfo=None), book.add_format({"num_format": "yyyy-mm-dd"}))
        second.write(0, 0, "says")
    assert from_book(out.getvalue(), "x.xlsx") == ("a,b,c,d\n37.3,371722103000,14,yes\n2020-03-18,,,\n", "says\n")


def test_a_formula_is_refused_by_the_name_of_its_cell():
    import io

    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet, second = book.add_worksheet("规则"), book.add_worksheet("示例")
        sheet.write(0, 0, "days")
        sheet.write_formula("C5", "=7+7", None, 14)
        second.write(0, 0, "says")
    with pytest.raises(SheetError, match="C5"):
        from_book(out.getvalue(), "x.xlsx")
