"""Rows: which are people and which are not, the first fault of each, and the plainer fields."""

import datetime

import pytest

from lianfang.response.screening.reading import CODES

from .reading_samples import HEADER, faults, number, person, read


def test_blank_total_and_note_rows_are_not_counted() -> None:
    table = [
        ["序号", *HEADER],
        [1.0, *person()],
        [],
        ["", "\u3000", "", None],
        [2.0],  # numbered ahead
        [3.0, *person(sequence=406)],
        ["", "小计", "", "", "", "", "", "2人"],
        ["合 计", "2", "", "", ""],
        ["合计：2人"],
        ["共2人"],
        ["序号", *HEADER],  # printed again on the next page
        [4.0, *person(sequence=408)],
        ["注：本表每日16时前报送"],
        ["填表人：李主任", "", "审核人：王书记", "", "联系电话：04382345678"],
    ]
    result = read(table)
    assert [row.number for row in result.rows] == [2, 6, 12] and not result.faults


def test_example_row_of_a_template_is_left_out() -> None:
    assert [row.name for row in read([HEADER, person("张三（示例）"), person("李娜")]).rows] == ["李娜"]
    assert [row.name for row in read([["序号", *HEADER], ["例：1", *person("张三")], [1.0, *person("李娜")]]).rows] == ["李娜"]


def test_short_rows_are_whole_rows() -> None:
    [row] = read([HEADER, person()[:2]]).accepted
    assert (row.name, row.phone, row.arrived_on, row.temperature, row.symptoms) == ("张伟", "", None, None, None)


LIKELY = (datetime.date(2019, 12, 10), datetime.date(2020, 2, 8))
BAD = {
    "name_missing": {"姓名": "\u3000"},
    "id_missing": {"身份证号": "无"},
    "id_precision_lost": {"身份证号": 2.20722196901194e17},
    "id_length": {"身份证号": "22072219690119404"},
    "id_checksum": {"身份证号": number()[:-1] + ("0" if number()[-1] != "0" else "1")},
    "phone_precision_lost": {"联系电话": "1.31816E+10"},
    "phone_length": {"联系电话": "1318159083"},
    "date_impossible": {"返乡日期": "2020.2.31"},
    "date_ahead": {"返乡日期": "2020.2.9"},
    "date_long_ago": {"返乡日期": "2019.12.9"},
    "temperature_unlikely": {"体温": 368.0},
}


@pytest.mark.parametrize("code", BAD)
def test_one_fault(code: str) -> None:
    result = read([["返乡登记"], HEADER, person(**BAD[code])], likely=LIKELY)
    [fault] = result.faults
    assert (fault.sheet, fault.row, fault.column, fault.code, fault.level) == ("表1", 3, next(iter(BAD[code])), code, "error")
    assert fault.message.endswith("。") and "；" in fault.message
    for personal in (number(), "13181590830", "1318159083"):
        assert personal not in fault.message


def test_first_fault_in_the_stated_order() -> None:
    codes = [code for code in CODES if code in BAD]
    assert [*codes, "duplicate_in_file"] == list(CODES)
    for at, code in enumerate(codes):
        changes: dict = {}
        for later in reversed(codes[at:]):
            changes.update(BAD[later])
        assert faults(read([HEADER, person(**changes)], likely=LIKELY)) == [(2, code)]


def test_same_number_again_anywhere_in_the_file() -> None:
    again = number()[:6] + "-" + number()[6:]
    result = read([HEADER, person(), person("李娜", sequence=406)], [HEADER, person("王芳", 身份证号=again)])
    [fault] = result.faults
    assert (fault.sheet, fault.row, fault.code) == ("表2", 2, "duplicate_in_file") and "“表1”第 2 行" in fault.message


def test_a_row_that_is_not_taken_does_not_make_the_good_one_a_duplicate() -> None:
    assert faults(read([HEADER, person(体温=368.0), person()])) == [(2, "temperature_unlikely")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["张伟", "", "13181590830"], None),
        (["", "", "13181590830"], None),
        (["", number(), ""], None),
        (["张伟", number(), ""], None),
        (["张伟", "", ""], "id_missing"),
        (["张伟", "", "1318159083"], "phone_length"),
        (["张伟", "2207", "13181590830"], "id_length"),
    ],
)
def test_leads_may_carry_only_a_phone(row: list[str], code: str | None) -> None:
    assert [fault.code for fault in read([HEADER[:3], row], kind="leads").faults] == ([code] if code else [])


def test_leads_without_number_are_the_same_by_name_and_phone() -> None:
    rows = [["张伟", "", "13181590830"], ["张 伟", "", "131-8159-0830"], ["李娜", "", "13181590830"], ["", "", "13181590830"]]
    assert faults(read([HEADER[:3], *rows], kind="leads")) == [(3, "duplicate_in_file")]


def test_residents_need_name_and_number_but_no_journey() -> None:
    header = ["户号", "与户主关系", "姓名", "公民身份号码", "户籍地址", "性别"]
    result = read(
        [header, ["0012", "户主", "张伟", number(), "和平村12号", "男"], ["0012", "妻", "", number(sequence=406), "", ""]], kind="residents"
    )
    [row] = result.accepted
    assert (row.household, row.relation, row.registered_at, row.sex) == ("0012", "户主", "和平村12号", "f")  # the ID knows better
    assert faults(result) == [(3, "name_missing")]


def test_kind_of_roster_must_be_known() -> None:
    with pytest.raises(ValueError, match="guests"):
        read([HEADER, person()], kind="guests")


def test_passport_rows_take_birth_sex_and_age_from_their_columns() -> None:
    header = ["姓名", "证件类型", "证件号码", "性别", "出生日期", "年龄", "返乡日期"]
    rows = [["Kim Min Su", "护照", "M12345678", "男", "1990-05-06", "29岁", "1月31日"], ["李娜", "身份证", number(), "", "坏", "", ""]]
    kim, li = read([header, *rows]).accepted
    assert (kim.id_kind, kim.sex, kim.birth_on, kim.age) == ("passport", "m", datetime.date(1990, 5, 6), 29)
    assert (li.id_kind, li.birth_on) == ("id_card", datetime.date(1969, 1, 19))


@pytest.mark.parametrize(
    ("cell", "degrees"),
    [
        (36.5, 36.5), ("36.5", 36.5), ("３６．５", 36.5), ("36.5℃", 36.5), ("36.5°C", 36.5), ("36度5", 36.5), ("36。8", 36.8), (37, 37.0),
        ("36.5/37.2", 37.2), ("36.5、36.8", 36.8), ("", None), ("正常", None), ("体温正常", None), ("/", None), (None, None),
    ],
)  # fmt: skip
def test_temperatures(cell, degrees: float | None) -> None:
    [row] = read([HEADER, person(体温=cell)]).accepted
    assert row.temperature == degrees


@pytest.mark.parametrize("cell", [368.0, 3.65, "365", 0, "发热", "36.5/368", "1" * 60 + "x", True, datetime.date(2020, 1, 31)])
def test_temperatures_that_cannot_be(cell) -> None:
    assert faults(read([HEADER, person(体温=cell)])) == [(2, "temperature_unlikely")]


@pytest.mark.parametrize(
    ("header", "cell", "symptoms"),
    [
        ("症状", "", None), ("症状", "/", None), ("症状", "无", ""), ("有无症状", "否", ""), ("健康状况", "良好", ""),
        ("健康状况", "身体健康", ""), ("症状", "无发热、咳嗽", ""), ("症状", "未出现发热", ""), ("症状", "干咳", "干咳"),
        ("症状", "无发热，有咳嗽", "无发热，有咳嗽"),
        ("是否发热", "是", "发热"), ("有无发热咳嗽等症状", "有", "发热咳嗽"), ("是否发热", "37.5", "37.5"),
    ],
)  # fmt: skip
def test_symptoms(header: str, cell: str, symptoms: str | None) -> None:
    [row] = read([["姓名", "身份证号", header], ["张伟", number(), cell]]).accepted
    assert row.symptoms == symptoms


def test_symptoms_of_several_columns() -> None:
    [row] = read([["姓名", "身份证号", "发热", "咳嗽", "乏力"], ["张伟", number(), "是", "否", "是"]]).accepted
    assert row.symptoms == "发热、乏力"


@pytest.mark.parametrize(
    ("cell", "colour"), [("绿码", "green"), ("红", "red"), ("黄色", "yellow"), ("无", "none"), ("无码", "none"), ("", ""), ("?", "")]
)
def test_colours(cell: str, colour: str) -> None:
    [row] = read([["姓名", "身份证号", "健康码颜色"], ["张伟", number(), cell]]).accepted
    assert row.colour == colour


def test_years_are_kept_apart_by_sheet() -> None:
    without, header = person(返乡日期="1月31日"), HEADER
    other = person("李娜", sequence=406, 返乡日期="1月31日")
    tables = [["2019年返乡人员"], header, without], [header, other, person("王芳", sequence=408, 返乡日期="2018/1/2")]
    first, second, _third = read(*tables).accepted
    assert (str(first.arrived_on), str(second.arrived_on)) == ("2019-01-31", "2018-01-31")
