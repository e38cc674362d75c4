"""What comes out of good files: every row under the number its own program shows, every cell with its type."""

import datetime
import io

import pytest

from lianfang.ground.sheets import Sheet, read

from . import samples

ROWS = [["姓名", "体温"], ["张伟", 36.5], ["𬭎㛃", 37]]


def test_workbook_keeps_types_and_leading_empty_rows_and_columns() -> None:
    day, moment = datetime.date(2020, 1, 31), datetime.datetime(2020, 1, 31, 18, 45)
    content = samples.xlsx(("返乡", [[], [], [None, "张伟", 36.5, day, True], [None, "𬭎", "00123", moment, False]]))
    [sheet] = read(content, name="a.xlsx")
    assert sheet == Sheet("返乡", [[""] * 5, [""] * 5, ["", "张伟", 36.5, day, True], ["", "𬭎", "00123", sheet.rows[3][3], False]])
    assert sheet.rows[3][3] in (moment, moment.date())  # shown as a day here, and so told as one


def test_old_workbook_reads_like_a_new_one() -> None:
    assert [sheet.rows for sheet in read(samples.xls(("甲", ROWS), ("乙", [])))] == [ROWS, []]


def test_path_bytes_and_open_file_are_the_same(tmp_path) -> None:
    content = samples.xlsx(("甲", ROWS))
    path = tmp_path / "名册.xlsx"
    path.write_bytes(content)
    assert read(path) == read(str(path)) == read(content) == read(io.BytesIO(content)) == [Sheet("甲", ROWS)]


def test_hidden_sheet_is_told_apart() -> None:
    content = samples.xlsx(("甲", ROWS), ("乙", ROWS))
    shown = b'<sheet name="\xe4\xb9\x99" sheetId="2"'
    workbook = samples.zipfile.ZipFile(io.BytesIO(content)).read("xl/workbook.xml")
    assert shown in workbook
    hidden = samples.with_part(content, "xl/workbook.xml", workbook.replace(shown, shown + b' state="hidden"'))
    assert [sheet.is_hidden for sheet in read(hidden)] == [False, True]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_in_any_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    lines = [["姓名", "住址"], ["张伟", "和平村12号，东头"], [], ["𬭎㛃", '"红旗小区"3栋'.replace('"', "“")]]
    content = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    assert read(content, name="返乡名册.csv") == [Sheet("返乡名册", lines)]


def test_text_keeps_quoted_delimiters_and_line_ends() -> None:
    [sheet] = read('姓名,住址\n张伟,"和平村,12号\n东头"\n李娜,,\n'.encode(), name="a.txt")
    assert sheet.rows == [["姓名", "住址"], ["张伟", "和平村,12号\n东头"], ["李娜", "", ""]]


def test_one_column_of_text_is_a_sheet() -> None:
    assert read("电话\n13181590830\n".encode("gb18030"))[0].rows == [["电话"], ["13181590830"]]


def test_twenty_thousand_rows_are_all_read() -> None:
    row = ["张秀英", "220722196901194047", "13181590830", "和平村12号", "韩国首尔", "1月27日", "大巴", 36.1, "", "备注"]
    content = samples.xlsx(("甲", [row] * 20_000))
    assert len(read(content)[0].rows) == 20_000


def test_a_text_files_sheet_is_named_after_the_file_within_reason():
    [sheet] = read("姓名,手机号\n周建明,13800001234\n".encode(), name=f"{'roster' * 40}.csv")
    assert sheet.name == ("roster" * 40)[:100]
