"""The rows of the bulletin in their order, and the paragraph above them, in the wording of official paper."""

from dataclasses import dataclass

from lianfang.ground.documents.wording import moment_words


@dataclass(frozen=True)
class Row:
    """One row: an indicator, what it is called on paper, what it is a part of, and the denominator of a rate."""

    code: str
    label: str
    level: int = 0
    is_total: bool = False
    out_of: str = ""
    half: str = ""


ROWS = (
    Row("managed", "在管（人）", is_total=True),
    Row("monitoring", "居家健康监测", 1),
    Row("home", "居家隔离", 1),
    Row("central", "集中隔离", 1),
    Row("referred", "转诊中", 1),
    Row("isolated", "仍在隔离（3＋4）", is_total=True),
    Row("isolated_abroad", "其中：境外来人", 1),
    Row("new_today", "当日新纳入"),
    Row("released_today", "当日解除"),
    Row("symptoms_today", "当日有症状（人次）"),
    Row("am_done", "晨检完成率", out_of="am_due", half="am"),
    Row("pm_done", "晚检完成率", out_of="pm_due", half="pm"),
    Row("overdue", "逾期待办（件）", is_total=True),
    Row("overdue_county", "其中：县级", 1),
    Row("unmanaged", "应管未管"),
    Row("gate_vehicles", "卡口累计检查（车次）", is_total=True),
    Row("gate_turned_vehicles", "其中：劝返", 1),
    Row("zero_due", "零报告应报（个）", is_total=True),
    Row("zero_missing", "其中：过时未报", 1),
)
ALSO_FROZEN = (
    "ever",
    "ended",
    "ended_today",
    "release_due",
    "release_open",
    "am_due",
    "am_missed",
    "pm_due",
    "pm_missed",
    "alarms_open",
    "overdue_grid",
    "overdue_village",
    "overdue_township",
    "nodes_lacking",
    "gate_vehicles_today",
    "gate_turned_people",
    "gate_transferred",
    "gate_registered",
    "gate_held",
    "gate_unwatched",
)
CODES = (*(row.code for row in ROWS), *ALSO_FROZEN)


def summary(at, found, missing=()) -> str:
    """The situation in one paragraph; `missing` are the units without a zero report."""
    zero = f"零报告应报{found['zero_due']}个单位，过时未报{found['zero_missing']}个" if found["zero_due"] else ""
    return (
        f"截至{moment_words(at)}，全县累计管控{found['ever']}人，已结束{found['ended']}人，在管{found['managed']}人；"
        f"仍在隔离{found['isolated']}人，其中境外来人{found['isolated_abroad']}人。"
        f"当日新纳入{found['new_today']}人，应解除{found['release_due']}人，已解除{found['released_today']}人；"
        f"有症状{found['symptoms_today']}人次，告警未处置{found['alarms_open']}件。"
        f"应管{found['managed'] + found['unmanaged']}人，未管{found['unmanaged']}人；"
        f"逾期待办{found['overdue']}件，其中县级{found['overdue_county']}件。"
        + (f"{zero}{'：' if missing else ''}{'、'.join(missing)}。" if zero else "")
    )
