"""The correction sheet: the office's own columns and what is wrong; mended, it imports as it is."""

import io

import openpyxl

from lianfang.response.screening import reading
from lianfang.response.screening.reading import Fault, correction_sheet

from .reading_samples import HEADER, ON, faults, number, person, read

ADDED = ["原表", "原行号", "问题", "怎么改"]


def written(result: reading.Reading, wrong: list[Fault] | None = None) -> tuple[bytes, int]:
    buffer = io.BytesIO()
    count = correction_sheet(result, result.faults if wrong is None else wrong, buffer)
    return buffer.getvalue(), count


def again(content: bytes, **options) -> reading.Reading:
    return reading.read(content, kind="returnees", on=ON, **options)


def test_rows_with_faults_and_only_they_with_their_cells() -> None:
    result = read([["登记"], HEADER, person(), person("李娜", sequence=406, 体温=368.0)], [HEADER, person("王芳", sequence=408)])
    content, count = written(result)
    assert count == 1
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["表1"]
    _heading, header, row = book.active.iter_rows(values_only=True)
    assert list(header) == HEADER + ADDED
    assert list(row) == [*person("李娜", sequence=406, 体温=368), "表1", 4, "体温“368”不可能", "请改正，例如 36.8。"]
    assert [cell.coordinate for line in book.active.iter_rows(min_row=3) for cell in line if cell.fill.patternType] == ["G3"]


def test_not_mended_it_has_the_same_faults() -> None:
    rows = [
        person(身份证号=2.207221969011940e17),
        person(联系电话="1318159083"),
        person(返乡日期="2020.2.31"),
        person(姓名=""),
        person(身份证号="=1+1"),
    ]
    result = read([HEADER, *rows])
    assert [fault.code for fault in again(written(result)[0]).faults] == [fault.code for fault in result.faults]


def test_mended_it_has_none_and_the_added_columns_are_passed_over() -> None:
    content, _count = written(read([HEADER, person(体温=368.0)]))
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.active["G3"] = 36.8
    buffer = io.BytesIO()
    book.save(buffer)
    result = again(buffer.getvalue())
    assert [(row.name, row.temperature) for row in result.accepted] == [("张伟", 36.8)] and not result.faults
    assert set(result.sheets[0].columns) == {"name", "id_number", "phone", "address", "origin", "arrived_on", "temperature"}


def test_the_year_of_the_rest_of_the_sheet_is_not_lost() -> None:
    table = [HEADER, person(返乡日期="2018-02-01"), person("李娜", sequence=406, 返乡日期="1月31日", 体温=368.0)]
    book = openpyxl.load_workbook(io.BytesIO(written(read(table))[0]))
    book.active["G3"] = 36.8
    buffer = io.BytesIO()
    book.save(buffer)
    assert [str(row.arrived_on) for row in again(buffer.getvalue()).accepted] == ["2018-01-31"]


def test_header_of_two_lines_comes_back_as_one() -> None:
    table = [
        ["姓名", "身份证号", "家庭住址", "", "返乡情况", ""],
        ["", "", "村", "门牌号", "出发地", "返乡时间"],
        ["张伟", "2207", "和平村", "12", "武汉", "1月31日"],
    ]
    first = read(table)
    second = again(written(first)[0])
    assert faults(first) == faults(second) == [(3, "id_length")]
    assert next(first.rows).address == next(second.rows).address == "和平村12号"
    assert next(second.rows).origin == "武汉"


def test_named_columns_are_known_again() -> None:
    mapping = {"name": "甲栏", "id_number": "乙栏"}
    result = read([["甲栏", "乙栏"], ["张伟", "2207"]], mapping=mapping)
    content, _count = written(result)
    assert faults(again(content, mapping=mapping)) == [(3, "id_length")]
    without_header = read([["张伟", number()], ["李娜", "2207"]], mapping={"name": "A", "id_number": "B"})
    assert faults(again(written(without_header)[0])) == [(3, "id_length")]


def test_faults_found_later_are_written_too() -> None:
    result = read([HEADER, person()])
    wrong = Fault("表1", 2, "家庭住址", "address_unknown", "warning", "地址认不出；请写明楼栋单元。", "address")
    _heading, _header, row = openpyxl.load_workbook(io.BytesIO(written(result, [wrong])[0])).active.iter_rows(values_only=True)
    assert row[-2:] == ("地址认不出", "请写明楼栋单元。")
