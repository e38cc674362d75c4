"""How far a drive is: a line a person with the moment of each stage, what is late, totals; read from the loops that do it."""
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lianfang.ground.days import day_of, day_start
from lianfang.response.isolation import queries as isolation
from lianfang.response.laboratory import queries as laboratory
from lianfang.response.screening import queries as screening

from .models import Drive
from .rules import STAGES, within

PASSED = "pass"


@dataclass(slots=True)
class Row:
    """Somebody of a roster: at which moment each stage was reached (a sample that a minder entered is known by its day only, and stands at
    its beginning), what he waits at (a stage, "" when through), whether that is late, and why (review, held, recall)."""

    come: Any
    reached: dict = field(default_factory=dict)
    sampled_on: Any = None
    measure: str = ""
    waits: str = ""
    at_stage: str = ""
    is_late: bool = False

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.come.person.pk if self.come.person else None


@dataclass(slots=True)
class Told:
    """A drive at a moment: its rows, the late ones first; of each stage how many have reached it, of how many who need it, how many are
    late at it, and by when it was to be reached.
    """

    drive: Drive
    at: datetime
    rows: list
    counts: list
    through: int
    late: int

    @property
    def minutes(self) -> int:
        """Since the beginning."""
        return minutes(self.drive, self.drive.ended_at or self.at)


def minutes(drive, at) -> int:
    """Whole minutes from the beginning of a drive; none below 0."""
    return max(0, int((at - drive.started_at).total_seconds() // 60))


def told(drive, at) -> Told:
    """How far a drive is, as far as whoever asks sees its people."""
    end = drive.ended_at or at
    come = screening.come_by(drive.roster)
    people = [one.person.pk for one in come if one.person]
    stages, swabs = isolation.stages_of(people, drive.started_at), laboratory.swabs_since(people, drive.started_at)
    limits = {stage: drive.started_at + within(stage, day_of(drive.started_at)) for stage in STAGES}
    rows = [_row(one, stages[one.person.pk], swabs.get(one.person.pk), limits, end) if one.person else _row(one, None, None, limits, end)
            for one in come]
    rows.sort(key=lambda row: (not row.is_late, not row.at_stage, STAGES.index(row.at_stage) if row.at_stage else 9))
    counts = []
    for stage in STAGES:
        needing = [row for row in rows if row.at_stage or stage in row.reached]  # whom the table lets pass needs no more
        late = sum(row.is_late and row.at_stage == stage for row in rows)
        counts.append((stage, sum(_is_past(row, stage) for row in needing), len(needing), late, limits[stage]))
    return Told(drive, at, rows, counts, sum(not row.at_stage for row in rows), sum(row.is_late for row in rows))


def _is_past(row, stage) -> bool:
    return not row.at_stage or STAGES.index(row.at_stage) > STAGES.index(stage)


def _row(come, stage, swab, limits, end) -> Row:
    """Stages in their order; the first that is not reached is where he waits. Whom the table lets pass needs no more."""
    row = Row(come)
    if come.found_at:
        row.reached["found"] = come.found_at
    if stage:
        row.measure, row.waits, row.sampled_on = stage.measure, stage.waits, stage.sampled_on
        moments = {"decided": stage.decided_at, "served": stage.served_at,
                   "sampled": day_start(stage.sampled_on) if stage.sampled_on else None, "result": stage.result_at}
        row.reached |= {name: at for name, at in moments.items() if at}
    if row.measure == PASSED and "decided" in row.reached and not row.waits:
        return row
    if swab:  # the laboratory knows the minute
        row.sampled_on = None
        row.reached |= {"sampled": swab.taken_at} | ({"result": swab.reported_at} if swab.reported_at else {})
        row.waits = row.waits or ("recall" if swab.is_called else "")
        if not swab.reported_at:
            row.reached.pop("result", None)
    row.at_stage = next((name for name in STAGES if name not in row.reached), "")
    row.is_late = bool(row.at_stage) and limits[row.at_stage] < end
    return row


def running() -> list[Drive]:
    """Drives that run."""
    return list(Drive.objects.filter(state="running"))


def titles(ids) -> dict:
    """What a turn on a drive is called."""
    return dict(Drive.objects.filter(pk__in=ids).values_list("pk", "title"))
