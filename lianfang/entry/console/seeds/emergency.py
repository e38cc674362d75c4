"""The emergency: the spring-2020 rule as the county's own versions, open-ended, drafted by the command, approved by the health office;
its phases, back to the first, and a drive on the newest roster."""
import csv
import io
from datetime import date, timedelta

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions import actions
from lianfang.overview.drives import actions as drives
from lianfang.overview.phases import actions as phases
from lianfang.response.screening import queries as screening

TABLES = ("measure", "risk_places", "risk_level", "risk_area", "gate", "quick", "exposed", "test_groups", "work_gate", "event_rule")
SINCE, SHOWN_ON = date(2020, 3, 7), date(2020, 3, 10)  # the sixth edition's first day, and the one most examples show
DISEASE, OF_ANY = "covid_19", ("pooled", "positive")
PHASES = ((date(2020, 1, 25), "一级响应", "青防指〔2020〕1号"), (date(2020, 3, 7), "分区分级", "青防指〔2020〕12号"),
          (date(2021, 5, 14), "常态化防控", "青防指〔2021〕6号"), (date(2022, 6, 28), "第九版方案", "青防指〔2022〕9号"),
          (date(2023, 1, 8), "乙类乙管", "青防指〔2023〕1号"))


def declare(county, *, from_on, drafter, approver, at):
    """Bring the tables of spring 2020 into force for the county from a day on."""
    for name in TABLES:
        text = spring_rows(decisions.shipped(name).text)
        examples = shifted(decisions.shipped(name).examples, from_on - SINCE)
        version = actions.draft_version(table=name, area=county, text=text, examples=examples, by=drafter, at=at)
        actions.submit_version(version=version, by=drafter, at=at)
        actions.approve_version(version=version, by=approver, at=at)
    actions.pass_hours(by=named(SYSTEM), at=at)
    actions.decide_again(by=named(SYSTEM), at=at)


def follow(land, people, until):
    """Phases from the first to today's, so that the editions of each can be seen; the drive began half an hour before its roster was in."""
    by = people["officer"]
    with everything():
        [newest, *_older] = screening.rosters_done([land.county.path], until - timedelta(days=14))
        drives.begin(title="返乡务工人员连夜排查", roster=newest.pk, started_at=newest.at - timedelta(minutes=30), by=by, at=until)
    for from_on, title, document in (*PHASES, (day_of(until), "演练：分区分级、转段", "青防指〔演练〕1号")):
        phases.enter(title=title, from_on=from_on, document=document, decided_by="县指挥部会商研判会议", by=by, at=until)


def spring_rows(text) -> str:
    """The rows in force on the day the examples show, with open ends."""
    records = list(csv.reader(io.StringIO(text)))
    start, end = records[0].index("from"), records[0].index("until")
    rows = [r for r in records[2:] if r and _holds(r[start], r[end])]
    if records[0][0] == "disease":  # what is said of others holds as it is
        rows = [row for row in rows if DISEASE in row[0].split("|") or row[1] in OF_ANY]
    for row in rows:
        row[start], row[end] = "-", "-"
    return _written([*records[:2], *rows])


def _holds(start, end):
    return date.fromisoformat(start) <= SHOWN_ON and (end == "-" or date.fromisoformat(end) > SHOWN_ON)


def shifted(text, by) -> str:
    """The examples of those days, moved by so much; those of other days belong to other rules."""
    head, *rows = list(csv.reader(io.StringIO(text)))
    at = head.index("on")
    shown = [row for row in rows if row and SINCE.isoformat() <= row[at] <= SHOWN_ON.isoformat()]
    return _written([head, *([_moved(cell, by) for cell in row] for row in shown)])


def _moved(cell, by: timedelta):
    try:
        return (date.fromisoformat(cell) + by).isoformat()
    except ValueError:
        return cell


def _written(records):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(records)
    return out.getvalue()
