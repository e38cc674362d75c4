"""What the tables of risk points say: gates, points, levels, the week's hours, and by when a turn is due."""
from dataclasses import dataclass
from datetime import date, timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.decisions import current
from lianfang.ground.workflow.rising import rising

GATES, POINTS, RATING, WEEK, CLOCKS = TABLES = ("risk_gates", "risk_points", "risk_rating", "risk_week", "risk_point_clocks")
LEVELS = ("county", "township", "village")
TONES = {"extreme": "bad", "high": "bad", "medium": "warn", "low": "good"}  # of every level, the gravest first


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that is read as a list: its code, what it is called, what it says."""

    code: str
    name: str
    says: dict


def listed(table, column, on) -> list[Row]:
    """The rows of a table that hold on a day, by their place; a code that the house ships is called as its labels say, else by its row."""
    labels, found = decisions.shipped(table).labels, {}
    for row in decisions.table(table).in_force(on, current.county()):
        code = row.cells[column]
        said = labels.of(column, code)
        found.setdefault(code, Row(code, row.result["name"] if said == code else said, row.result))
    return sorted(found.values(), key=lambda one: one.says["place"])


def gates(on) -> list[Row]:
    """The gates of a day."""
    return listed(GATES, "gate", on)


def gate_words(on) -> dict[str, str]:
    """What they are called."""
    return {one.code: one.name for one in gates(on)}


def rated(likelihood, harm, on, path="/"):
    """The ruling of the table on a rating: level, rank, days to the next review."""
    return decisions.decide(RATING, {"likelihood": likelihood, "harm": harm}, on=on, unit=path)


def level_word(code) -> str:
    """高, in the reader's language."""
    return decisions.shipped(RATING).labels.of("level", code) if code else ""


def week_of(on: date) -> date:
    """The Monday of a day's week."""
    return on - timedelta(days=on.weekday())


def hours(level, week_on, path="/") -> tuple | None:
    """When units of a level are asked in a week, and by when they answer; None where they are not."""
    row = decisions.decide(WEEK, {"level": level}, on=week_on, unit=path).result
    if row["opens_day"] is None:
        return None
    opens = moment(week_on + timedelta(days=row["opens_day"] - 1), row["opens"])
    return opens, moment(week_on + timedelta(days=row["due_day"] - 1), row["due"])


def review_after(ruling, at):
    """When what was rated now is looked at again."""
    return moment(day_of(at) + timedelta(days=ruling.result["review"]), ruling.result["by"])


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    if state.clock == "week":
        row = decisions.decide(WEEK, {"level": record.unit.level}, on=record.week_on, unit=record.unit.path).result
        return rising(record.due_at, row)
    row = decisions.decide(CLOCKS, {"clock": state.clock}, on=day_of(at), unit=record.unit.path).result
    return rising(max(record.review_at, at) if row["within"] is None else at + timedelta(minutes=row["within"]), row)
