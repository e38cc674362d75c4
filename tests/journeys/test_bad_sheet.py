"""A sheet as it really comes: what cannot be taken is said by row with the mend, goes out, comes back mended, and nobody is in twice."""
import pytest

from . import sheets

pytestmark = pytest.mark.journey
LANE = "丰禾社区向阳小区3号楼1单元"
GOOD = [sheets.returnee(101, "齐得水", LANE + "201"), sheets.returnee(102, "邬兰草", LANE + "202", origin="湖北武汉")]
FAULTY = [  # the row as it came, the mend it is told, and what the cell should be
    (sheets.returnee(103, "", LANE + "301"), "没有姓名；请补上", "姓名", "宫补名"),
    (sheets.returnee(104, "封少位", LANE + "302", 身份证号="2207221990010110"), "身份证号有 16 位", "身份证号", sheets.identity(104)),
    (sheets.returnee(105, "路抄错", LANE + "401", 身份证号=sheets.identity(105)[:-1] + "?"), "身份证号", "身份证号", sheets.identity(105)),
    (sheets.returnee(106, "容短号", LANE + "402", 电话="1390000"), "电话有 7 位", "电话", "13900000106"),
    (sheets.returnee(107, "柯高温", LANE + "501", 体温="365"), "体温“365”不可能", "体温", "36.5"),
    (sheets.returnee(108, "庄无日", LANE + "502", 返乡日期="2020-02-30"), "不是一个可能的日期", "返乡日期", "2020-03-04"),
]


def messy():
    """Good rows and faulty ones under two title lines, a blank row between, and the total at the end."""
    rows = [*GOOD, [""] * len(sheets.HEADERS), *(row for row, *_mend in FAULTY), ["合计", "8 人"]]
    return sheets.book(["填表单位：禾阳街道"], sheets.HEADERS, *rows, headers=["（内部资料，注意保密）"])


def test_a_bad_sheet_is_mended(small_county, desk):
    township = desk(small_county, "township")
    content = messy()

    hand_in(township, content, "返乡人员（禾阳）.xlsx").sees("可以收下", "收不下的行", *(told for _row, told, *_ in FAULTY))
    township.press("没有问题，导入这 2 行").sees("已完成", "没有收下", *(told for _row, told, *_ in FAULTY))
    assert counts(township) == {"行": 8, "收下": 2, "没有收下": 6, "新增": 2, "原来就有": 0}

    correction = township.fetch("下载更正表")
    hand_in(township, mended(correction), "更正表.xlsx").sees_not("收不下的行").press("没有问题，导入这 6 行").sees("已完成")
    assert counts(township) == {"行": 6, "收下": 6, "没有收下": 0, "新增": 6, "原来就有": 0}

    hand_in(township, content, "返乡人员（禾阳）.xlsx").press("没有问题，导入这 2 行").sees("已完成")
    assert counts(township) == {"行": 8, "收下": 2, "没有收下": 6, "新增": 0, "原来就有": 2}


def hand_in(township, content, name):
    """Give in a sheet and look at it."""
    return township.open("/rosters/receive/").hand_in(content, name).select("从哪里来的", "社区（村）排查登记").press("读一读，先看看")


def counts(township):
    """The figures on the page of a roster that is in."""
    return {label: township.amount(label) for label in ("行", "收下", "没有收下", "新增", "原来就有")}


def mended(content):
    """Somebody opens the correction sheet and writes what he was told into the marked cells."""
    workbook = sheets.opened(content)
    page = workbook.active
    header = next(row for row in page.iter_rows() if "身份证号" in [cell.value for cell in row])
    columns = {cell.value: cell.column for cell in header}
    assert page.cell(header[0].row + 1, columns["身份证号"]).data_type == "s"
    for (_row, _told, column, mend), line in zip(FAULTY, range(header[0].row + 1, page.max_row + 1), strict=True):
        page.cell(line, columns[column]).value = mend
    return sheets.saved(workbook)
