"""Whatever cells a sheet holds, reading it ends in rows and faults or in one sentence, never in a crash."""

import datetime
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from lianfang.ground.sheets import Sheet, SheetError
from lianfang.response.screening import reading

from .reading_samples import HEADER, ON, person

CELLS = st.one_of(
    st.text(max_size=12),
    st.text("0123456789Xx.-/年月日 +Ee　℃", max_size=20),
    st.sampled_from(["合计", "姓名", "身份证号", "联系电话", "无", "是", "\u3000", "示例", "2020年", "12月31日", *person()[:6]]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**19), 10**19),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
TABLES = st.lists(st.lists(CELLS, max_size=10), max_size=12)
WIDE_HEADER = [*HEADER, "证件类型", "性别", "年龄", "出生日期", "末次接触日期", "症状", "健康码", "特殊情况", "户号", "备注"]


@settings(max_examples=300, deadline=None)
@given(TABLES, st.sampled_from(reading.KINDS))
def test_any_table(table: list[list], kind: str) -> None:
    try:
        result = reading.read([Sheet("表", table)], kind=kind, on=ON)
    except SheetError as error:
        assert str(error).endswith("。")
        return
    assert all(0 < row.number <= len(table) for row in result.rows)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=17, max_size=18), max_size=6), st.sampled_from(reading.KINDS))
def test_any_rows_below_a_header(rows: list[list], kind: str) -> None:
    result = reading.read([Sheet("表", [WIDE_HEADER, *rows])], kind=kind, on=ON)
    for row in result.rows:
        assert row.fault is None or (row.fault.code in reading.CODES and row.fault.row == row.number and row.fault.message)
        assert row.fault is not None or row.name or kind == "leads"
        assert row.temperature is None or 34 <= row.temperature <= 43
        assert row.birth_on is None or row.birth_on <= ON
        assert row.arrived_on is None or datetime.date(2000, 1, 1) <= row.arrived_on
    assert reading.correction_sheet(result, result.faults, io.BytesIO()) == len(result.faults)
