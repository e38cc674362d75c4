"""What is not read: every refusal is one sentence in Chinese, made before anything large is unpacked."""

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianfang.ground.sheets import SheetError, limits, read

from . import samples

GOOD = samples.xlsx(("甲", [["姓名", "体温"], ["张伟", 36.5]] * 40))
FAR = b'<row r="1"><c r="A1"><v>1</v></c></row>'


def refusal(content: bytes) -> str:
    with pytest.raises(SheetError) as caught:
        read(content)
    sentence = str(caught.value)
    assert re.search(r"[\u4e00-\u9fff]", sentence) and sentence.endswith("。") and sentence.count("。") == 1 and "\n" not in sentence
    return sentence


@pytest.mark.parametrize("content", [b"", b"  \r\n", b"\n"])
def test_empty_file(content: bytes) -> None:
    assert "空" in refusal(content)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)) * 9])
def test_no_sheet_at_all(content: bytes) -> None:
    assert "不是电子表格" in refusal(content)


def test_web_page_called_xls() -> None:
    assert "网页" in refusal("<html><table><tr><td>姓名</td></tr></table></html>".encode())


def test_zip_of_something_else() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "不是电子表格" in refusal(buffer.getvalue())


def test_binary_workbook_names_the_way_out() -> None:
    assert "xlsb" in refusal(samples.with_part(GOOD, "xl/workbook.bin", b"x"))


def test_password() -> None:
    assert "密码" in refusal(samples.locked(GOOD))


@pytest.mark.parametrize("kept", [100, 2000, -40])
def test_cut_off_file(kept: int) -> None:
    assert "损坏" in refusal(GOOD[:kept])
    assert "损坏" in refusal(samples.xls(("甲", [["x"]]))[:600])


def test_too_large(monkeypatch) -> None:
    monkeypatch.setattr("lianfang.ground.sheets.incoming.MAX_BYTES", len(GOOD) - 1)
    assert "太大" in refusal(GOOD)


def test_zip_bomb_by_its_stated_size() -> None:
    bomb = samples.with_part(GOOD, "xl/sharedStrings.xml", b" " * (limits.FREE_INFLATED * 3))
    assert "大得不正常" in refusal(bomb)


def test_zip_bomb_that_lies_about_its_size() -> None:
    size = limits.FREE_INFLATED * 3
    bomb = samples.with_part(GOOD, "xl/sharedStrings.xml", b" " * size)
    lying = bomb.replace(size.to_bytes(4, "little"), (4000).to_bytes(4, "little"))
    with zipfile.ZipFile(io.BytesIO(lying)) as archive:
        assert archive.getinfo("xl/sharedStrings.xml").file_size == 4000
    assert "大得不正常" in refusal(lying)


@pytest.mark.parametrize(
    "far",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c s="1" r="XFD1048576" t="n"> <v>1</v></c></row>',
        b"<row r='3'><c r = 'XFD3'><v>1</v></c></row><row r='400000'><c r='A400000'><v>1</v></c></row>",
        b'<row r="1048576" spans="1:9"><c r="J1048576"><v>1</v></c></row>',
        b'<row r="9999999"><c><v>1</v></c></row>',
        b'<row r="3"><c r="XFD3" t="inlineStr"><is><t>x</t></is></c></row><row r="2000"><c r="A2000"><v>1</v></c></row>'
        + b'<row r="400000"><c r="A400000"><v>1</v></c></row>',
    ],
)
def test_lonely_cell_far_out_does_not_fill_the_memory(far: bytes) -> None:
    assert "太大" in refusal(samples.with_cells(FAR + far))


def test_old_workbook_with_a_far_cell() -> None:
    rows: list[list] = [["x"]] + [[] for _ in range(65_534)] + [[None] * 255 + ["y"]]
    assert "太大" in refusal(samples.xls(("甲", rows)))


def test_styled_empty_cells_far_out_are_no_fault() -> None:
    assert read(samples.with_cells(FAR + b'<row r="1048576"><c r="XFD1048576" s="0"/><c r="XFE1048576" s="0"></c></row>'))[0].rows == [
        [1.0]
    ]


def test_wide_but_short_sheet_is_read() -> None:
    assert len(read(samples.with_cells(FAR + b'<row r="2"><c r="ALL2"><v>1</v></c></row>'))[0].rows[1]) == 1000


def test_quotation_mark_never_closed() -> None:
    assert "引号" in refusal(('姓名,住址\n张伟,"和平村' + "长" * limits.MAX_FIELD).encode())


def test_file_that_is_not_there(tmp_path) -> None:
    with pytest.raises(SheetError, match="找不到"):
        read(tmp_path / "无.xlsx")
    with pytest.raises(SheetError, match="读不了"):
        read(tmp_path)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_bytes_are_refused_or_read_but_never_a_crash(data) -> None:
    content = bytearray(GOOD if data.draw(st.booleans()) else samples.xls(("甲", [["姓名", 1.5], ["张伟", 2.5]])))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(8, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert all(isinstance(sheet.rows, list) for sheet in read(bytes(content)))
    except SheetError as error:
        assert str(error)
