"""What goes out: identifiers stay text, nothing becomes a formula, choices drop down, a sample row shows how."""

import csv
import datetime
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianfang.ground.sheets import SAMPLE_MARK, Column, Page, read, write, write_csv, write_pages

COLUMNS = [
    Column("姓名", 10),
    Column("身份证号", 22),
    Column("性别", 6, choices=["男", "女"]),
    Column("体温", 8, kind="number"),
    Column("返乡日期", 12, kind="date"),
]
ZHANG = ["张伟", "220722196901194047", "男", 36.5, datetime.date(2020, 1, 31)]


def written(*args, **kwargs):
    buffer = io.BytesIO()
    write(buffer, *args, **kwargs)
    return openpyxl.load_workbook(io.BytesIO(buffer.getvalue())), buffer.getvalue()


def test_cells_keep_their_kind() -> None:
    book, content = written("返乡名册", COLUMNS, [ZHANG])
    sheet = book["返乡名册"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "s", "n", "d"]
    assert sheet["B2"].number_format == "@" and sheet.column_dimensions["B"].width == pytest.approx(22, abs=1)
    assert read(content)[0].rows == [[column.header for column in COLUMNS], ZHANG]


def test_header_is_frozen_also_below_a_heading() -> None:
    book, content = written("返乡名册", COLUMNS, [ZHANG], heading="和平村返乡人员登记表")
    assert book.active.freeze_panes == "A3"
    assert read(content)[0].rows[0][0] == "和平村返乡人员登记表"


def test_sample_row_is_marked() -> None:
    book, _content = written("模板", COLUMNS, [], sample=ZHANG)
    assert book.active["A2"].value == "张伟" + SAMPLE_MARK
    assert book.active["A2"].font.italic


def test_choices_drop_down() -> None:
    book, _content = written("模板", COLUMNS, [ZHANG])
    [rule] = book.active.data_validations.dataValidation
    assert rule.formula1 == '"男,女"' and "C2" in str(rule.sqref)


def test_long_choices_lie_on_a_hidden_sheet() -> None:
    towns, villages = [f"第{number}乡镇" for number in range(60)], [f"第{number},村" for number in range(90)]
    book, _content = written("模板", [Column("乡镇", choices=towns), Column("村", choices=villages)], [])
    rules = {str(rule.sqref)[0]: rule.formula1 for rule in book["模板"].data_validations.dataValidation}
    assert rules == {"A": "'选项'!$A$1:$A$60", "B": "'选项'!$B$1:$B$90"}
    assert book["选项"].sheet_state == "hidden"
    assert [cell.value for cell in book["选项"]["A"] if cell.value] == towns
    assert [cell.value for cell in book["选项"]["B"] if cell.value] == villages


DANGEROUS = st.builds(lambda sign, rest: sign + rest, st.sampled_from("=+-@\t＝＠"),
                      st.text(st.characters(exclude_categories=["Cs", "Cc"])))


@settings(max_examples=60, deadline=None)
@given(st.lists(DANGEROUS, min_size=1, max_size=4), st.sampled_from(["text", "number", "date", "as_is"]))
def test_nothing_becomes_a_formula(values: list[str], kind: str) -> None:
    book, _content = written("甲", [Column("=1+1", kind=kind)] * len(values), [values])
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} == {"s"}


@given(st.lists(DANGEROUS, min_size=1, max_size=4))
def test_text_file_disarms_formulas(values: list[str]) -> None:
    buffer = io.StringIO(newline="")
    write_csv(buffer, [Column("@头")], [[value] for value in values])
    rows = list(csv.reader(io.StringIO(buffer.getvalue(), newline="")))
    assert rows == [["'@头"]] + [["'" + value] for value in values]


def test_text_file_leaves_numbers_alone() -> None:
    buffer = io.StringIO(newline="")
    write_csv(buffer, [Column("增减", kind="number")], [[-3], ["-3"]])
    assert buffer.getvalue().split() == ["增减", "-3", "'-3"]


def test_pages_get_names_excel_accepts() -> None:
    buffer = io.BytesIO()
    write_pages(buffer, [Page(title, [Column("姓名")], [["张伟"]]) for title in ("和平村/一组", "长" * 40, "长" * 40, "", "选项")])
    assert [sheet.name for sheet in read(buffer.getvalue())] == ["和平村_一组", "长" * 31, "长" * 27 + " (2)", "Sheet", "选项 (2)"]


def test_marked_cells_are_coloured() -> None:
    buffer = io.BytesIO()
    write_pages(buffer, [Page("甲", [Column("姓名"), Column("电话")], [["张伟", "1"], ["李娜", "2"]], marked=frozenset({(1, 1)}))])
    sheet = openpyxl.load_workbook(io.BytesIO(buffer.getvalue())).active
    assert [[cell.fill.patternType for cell in row] for row in sheet["A2:B3"]] == [[None, None], [None, "solid"]]


def test_kind_of_column_must_be_known() -> None:
    with pytest.raises(ValueError, match="money"):
        Column("金额", kind="money")
