"""Whole files: old and new workbooks, text of any encoding, hidden sheets, speed."""

import datetime
import io
import zipfile

import pytest

from lianfang.ground.sheets import Column, SheetError, write
from lianfang.ground.sheets.tests import samples
from lianfang.response.screening import reading

from .reading_samples import HEADER, ON, number, person


def read(content: bytes, **options) -> reading.Reading:
    return reading.read(content, kind="returnees", on=ON, **options)


def found(result: reading.Reading) -> list[tuple]:
    return [(row.number, row.name, row.phone, row.arrived_on) for row in result.accepted]


WEI = (3, "张伟", "13181590404", datetime.date(2020, 1, 31))


@pytest.mark.parametrize("make", [samples.xlsx, samples.xls])
def test_workbooks(make) -> None:
    row = person(返乡日期=datetime.date(2020, 1, 31), 联系电话=13181590404)
    assert found(read(make(("返乡", [["登记表"], HEADER, row])))) == [WEI]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_text_files(encoding: str) -> None:
    lines = [["登记表"], HEADER, [str(cell) for cell in person()]]
    content = "\r\n".join("\t".join(line) for line in lines).encode(encoding)
    result = read(content, name="和平村返乡.txt")
    assert found(result) == [WEI] and result.sheets[0].name == "和平村返乡"


def test_text_file_that_excel_saved_over() -> None:
    lines = [HEADER, ["张伟", "2.20722E+17", "13181590404"], ["李娜", number(), "1.31816E+10"]]
    result = read("\n".join(",".join(line) for line in lines).encode("gb18030"))
    assert [fault.code for fault in result.faults] == ["id_precision_lost", "phone_precision_lost"]


def test_our_own_template_comes_back_without_its_sample() -> None:
    buffer = io.BytesIO()
    columns = [Column(header, choices=["大巴"] if header == "来源地" else None, kind="as_is") for header in HEADER]
    write(buffer, "返乡名册", columns, [person()], sample=person("张三", sequence=406), heading="返乡人员登记表")
    assert [(row.number, row.name) for row in read(buffer.getvalue()).rows] == [(4, "张伟")]


def test_hidden_sheet_is_passed_over_unless_asked_for() -> None:
    content = samples.xlsx(("甲", [HEADER, person()]), ("乙", [HEADER, person("李娜", sequence=406)]))
    workbook = zipfile.ZipFile(io.BytesIO(content)).read("xl/workbook.xml")
    hidden = samples.with_part(content, "xl/workbook.xml", workbook.replace('name="乙"'.encode(), 'name="乙" state="hidden"'.encode()))
    assert [(sheet.name, sheet.skipped) for sheet in read(hidden).sheets] == [("甲", ""), ("乙", "隐藏的表")]
    assert [row.name for row in read(hidden, sheet="乙").rows] == ["李娜"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", samples.locked(samples.xlsx(("甲", [HEADER])))])
def test_what_is_no_roster_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(SheetError, match=r"。$"):
        read(content)


def test_ten_thousand_rows_are_all_read_and_checked() -> None:
    content = samples.xlsx(("返乡", [HEADER, *(person(sequence=at % 1000, 返乡日期=f"1月{at % 31 + 1}日") for at in range(10_000))]))
    result = read(content)
    assert len(result.sheets[0].rows) == 10_000
