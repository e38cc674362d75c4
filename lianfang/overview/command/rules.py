"""What the county's tables say of command: who decides a level, which groups stand at it, what its run card asks for, who answers where."""
from dataclasses import dataclass
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.decisions import current
from lianfang.ground.workflow.rising import rising

TABLES = ("response_powers", "work_groups", "run_card", "answering", "mechanisms", "recall_clocks")
SERIES, GROUP = "series", "group"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table read as a list: its code, and what it says."""

    code: str
    says: dict
    document: str
    clause: str


def listed(table, column, on) -> list[Row]:
    """The rows of a table that hold on a day, in their order, by the code in one column; of two with a code the narrower area's."""
    found: dict[str, Row] = {}
    for row in decisions.table(table).in_force(on, current.county()):
        found.setdefault(row.cells[column], Row(row.cells[column], row.result, row.document, row.clause))
    return list(found.values())


def power(level, body, on):
    """What the county does with a level that a body decided: decide, carry_out, refuse; with the clause."""
    return decisions.decide("response_powers", {"level": level, "body": body}, on=on)


def groups_at(level, on) -> list[Row]:
    """The working groups that stand at a level."""
    return [row for row in listed("work_groups", "group", on) if level in row.says["levels"]]


def card(level, on) -> list[tuple[str, str]]:
    """What a level's run card asks for: (kind, item) pairs, in the order of the table."""
    found = []
    for kind in (SERIES, "table", "post", "site", "message"):
        said = decisions.decide("run_card", {"level": level, "kind": kind}, on=on).result["items"] or ""
        found += [(kind, item.strip()) for item in said.split(";") if item.strip()]
    return found


def posts_at(level, on) -> tuple[str, ...]:
    """The posts and links that somebody must answer for in a unit of a level."""
    return tuple(decisions.decide("answering", {"level": level}, on=on).result["posts"] or ())


def turn_times(state, called, at):
    """(due, to the township, to the county) of the turn on somebody who is called: an answer, a decision, his being there by the hour."""
    row = decisions.decide("recall_clocks", {"clock": state.clock}, on=day_of(at), unit=called.unit.path).result
    due = called.recall.return_by if row["within"] is None else at + timedelta(minutes=row["within"])
    return rising(max(due, at), row)


def word(table, column, code) -> str:
    """A code of a table in the reader's language."""
    return decisions.shipped(table).labels.of(column, code)
