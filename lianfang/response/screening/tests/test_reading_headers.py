"""Headers: anywhere in the first ten rows, on one line or two, in the many words offices use; a sheet without one is passed over."""

import pytest

from lianfang.ground.sheets import SheetError
from lianfang.response.screening.reading import fingerprint
from lianfang.response.screening.reading.headers import find, meaning

from .reading_samples import HEADER, number, person, read

MEANINGS = {
    "name": "姓名 姓\u3000名 人员姓名 *姓名 姓名（必填） 返乡人员姓名 户主姓名 被排查人姓名",
    "id_number": "身份证号 身份证号码 证件号 公民身份号码 居民身份证号码（18位） 身份证/护照号码 有效证件号码",
    "id_kind": "证件类型 身份证件种类",
    "phone": "电话 手机号 联系电话 本人电话 联系方式 手机号码（11位） 联系人电话 固定电话",
    "address": "家庭住址 现住址 现居住地址 详细地址 居家隔离地点 返乡后居住地 现住地 家庭住址（村、组） 村 小区 楼栋 单元 门牌号",
    "registered_at": "户籍地址 户籍所在地 身份证住址",
    "origin": "出发地 来源地 从何地返回 返乡前居住地 来自何地（省市县） 务工地点 旅居地 返乡来源地",
    "arrived_on": "到家日期 返乡时间 返乡（来）日期 到达时间 何时返回 抵青日期 返乡回来时间",
    "exposed_on": "末次接触日期 最后暴露时间 离开武汉时间 离汉时间 最后接触病例时间",
    "transport": "交通工具 乘坐交通工具及班次 车次/航班号 返乡方式 返回方式（车次、航班） 返乡乘坐的车辆车牌",
    "temperature": "体温 今日体温 体温（℃） 上午体温 当前体温情况",
    "symptoms": "症状 有无发热、咳嗽等症状 身体状况 健康状况",
    "colour": "健康码 健康码颜色 吉祥码",
    "sex": "性别",
    "age": "年龄 年龄（周岁）",
    "birth_on": "出生日期 出生年月",
    "household": "户号",
    "relation": "与户主关系",
    "special": "特殊情况 是否孕妇",
    "remark": "备注 其他",
}
SOMEBODY_ELSE = """
    包保人姓名 包保干部电话 网格员 网格长电话 填表人 审核人 紧急联系人电话 责任人 家长姓名 工作单位地址 序号 编号
    有无武汉旅居史 采样时间 线索来源 14天内是否接触发热病人 原表 原行号 问题 怎么改
    """


@pytest.mark.parametrize(("field", "header"), [(field, header) for field, headers in MEANINGS.items() for header in headers.split(" ")])
def test_words_for_a_field(field: str, header: str) -> None:
    found = meaning(header)
    assert found is not None and found.field == field


@pytest.mark.parametrize("header", SOMEBODY_ELSE.split())
def test_columns_that_are_not_about_the_person(header: str) -> None:
    assert meaning(header) is None


@pytest.mark.parametrize("above", [0, 1, 9])
def test_header_below_titles_and_blank_rows(above: int) -> None:
    titles = [[f"青禾县返乡人员登记表之{at}"] for at in range(above)]
    result = read([[], [], *titles, HEADER, person()])
    assert result.sheets[0].header_row == above + 3
    assert [row.number for row in result.rows] == [above + 4]


def test_an_eleventh_line_is_too_late() -> None:
    with pytest.raises(SheetError, match="没有找到表头"):
        read([[f"说明{at}"] for at in range(10)] + [HEADER, person()])


def test_two_lines_with_merged_cells() -> None:
    table = [
        ["返乡人员登记表"],
        ["序号", "姓名", "身份证号", "家庭住址", "", "", "返乡情况", "", "", "包保人", "", "备注"],
        ["", "", "", "乡镇", "村", "门牌号", "出发地", "返乡时间", "车次", "姓名", "电话", ""],
        [1.0, "张伟", number(), "东山镇", "和平村", 12.0, "韩国首尔", "2020-01-31", "G399", "李主任", "13900000000", "无"],
    ]
    result = read(table)
    [row] = result.accepted
    assert (row.number, row.name, row.address, row.origin, row.transport) == (4, "张伟", "东山镇和平村12号", "韩国首尔", "G399")
    assert (str(row.arrived_on), row.phone) == ("2020-01-31", "")  # the phone is the minder's
    assert result.sheets[0].header_row == 3


def test_two_lines_where_the_names_are_on_the_lower() -> None:
    table = [
        ["序号", "基本信息", "", "", "来源地", "", "体温", ""],
        ["", "姓名", "证件号码", "联系电话", "省", "市", "早", "晚"],
        ["1", "张伟", number(), "13181590830", "湖北省", "武汉市", "36.5", "37.1"],
    ]
    [row] = read(table).accepted
    assert (row.name, row.phone, row.origin, row.temperature) == ("张伟", "13181590830", "湖北省武汉市", 37.1)


def test_title_line_is_no_second_header() -> None:
    titles = ["返乡人员健康情况登记表", "", "填报单位：和平村", "", "2020年2月6日"]
    found = find([titles, ["姓名", "身份证号", "联系电话", "", "家庭住址"], ["张伟", number(), "", "x", "和平村"]])
    assert found is not None and (found.row, found.texts[0]) == (2, "姓名")


def test_first_row_of_data_is_no_second_header() -> None:
    found = find([["姓名", "身份证号", "", "电话"], ["张伟", number(), "大巴", "13181590830"]])
    assert found is not None and found.row == 1


def test_better_words_win_over_worse() -> None:
    header = ["户主姓名", "姓名", "固定电话", "手机号", "详细地址", "隔离地点", "身份证号"]
    result = read([header, ["户主", "张伟", "04382345678", "13181590830", "乙", "甲", number()]])
    [row] = result.accepted
    assert (row.name, row.phone, row.address) == ("张伟", "13181590830", "甲")


def test_address_in_pieces_is_put_together_once() -> None:
    header = ["姓名", "身份证号", "社区", "小区", "楼栋", "单元", "房号"]
    rows = [["张伟", number(), "红旗社区", "红旗小区", "3", 2.0, "401"], ["李娜", number(sequence=406), "和平村", "和平村12号", "", "", ""]]
    assert [row.address for row in read([header, *rows]).accepted] == ["红旗社区红旗小区3栋2单元401室", "和平村12号"]


def test_several_sheets_of_which_one_has_no_header() -> None:
    result = read([["返乡汇总"], ["和平村", 80.0]], [HEADER, person()], [], [["说明"], HEADER, person(sequence=406)])
    assert [(sheet.name, bool(sheet.skipped), len(sheet.rows)) for sheet in result.sheets] == [
        ("表1", True, 0),
        ("表2", False, 1),
        ("表3", True, 0),
        ("表4", False, 1),
    ]


def test_no_sheet_with_a_header_is_one_sentence() -> None:
    with pytest.raises(SheetError, match=r"^没有一张表能读：表1：没有找到表头.*；表2：空表。$"):
        read([["返乡汇总"], ["和平村", 80.0]], [[""]])


def test_sheet_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(SheetError, match=r"表9.*表1、表2"):
        read([HEADER, person()], [HEADER], sheet="表9")


def test_lead_list_of_phones_alone() -> None:
    result = read([["手机号线索（大数据推送）"], ["手机号"], ["13181590830"]], kind="leads")
    assert [(row.number, row.phone, row.fault) for row in result.rows] == [(3, "13181590830", None)]


STRANGE = ["甲栏", "乙栏", "丙栏"]
NAMED = {"name": "甲栏", "id_number": ["乙栏"], "phone": "C"}


def test_mapping_names_columns_by_header_or_letter() -> None:
    result = read([["登记"], STRANGE, ["张伟", number(), "13181590830"]], mapping=NAMED)
    [row] = result.accepted
    assert (row.name, row.id_number, row.phone) == ("张伟", number(), "13181590830")
    assert result.sheets[0].mapping == {"name": ["甲栏"], "id_number": ["乙栏"], "phone": ["丙栏"]}


def test_mapping_by_letters_alone_needs_no_header() -> None:
    result = read([["张伟", number()], ["李娜", number(sequence=406)]], mapping={"name": "A", "id_number": "b"})
    assert [(row.number, row.name) for row in result.accepted] == [(1, "张伟"), (2, "李娜")]


def test_mapping_changes_and_removes_what_was_found() -> None:
    header = [*HEADER, "外出地点"]
    [row] = read([header, [*person(), "武汉"]], mapping={"origin": "外出地点", "temperature": None}).accepted
    assert (row.origin, row.temperature, row.name) == ("武汉", None, "张伟")


def test_mapping_of_a_column_that_is_not_there() -> None:
    with pytest.raises(SheetError, match="映射里写的“丁栏”"):
        read([HEADER, person()], [STRANGE], mapping={"name": "丁栏"})
    with pytest.raises(SheetError, match="映射里写的“surname”"):
        read([HEADER, person()], mapping={"surname": "姓名"})


def test_confirmed_mapping_is_found_again_by_the_layout() -> None:
    table = [["姓名", "身份证号", "何处"], ["张伟", number(), "武汉"]]
    assert [row.address for row in read(table).accepted] == [""]
    known = {fingerprint(["姓 名", "身份证号*", "何处（填写）", "", "问题"]): {"address": "何处", "origin": None}}
    assert [(row.address, row.origin) for row in read(table, known=known).accepted] == [("武汉", "")]
    assert fingerprint(["姓名", "身份证号"]) != fingerprint(["身份证号", "姓名"])
