"""By when a turn of this loop is due and when it rises, as its table says; by when a thing is to be done."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising

TABLE = "directive_clocks"
MADE = {"task"}  # clocks of records that say themselves by when


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state; a county's turn rises nowhere."""
    unit = record.given_unit if state.clock == "check" else record.unit
    row = decisions.decide(TABLE, {"clock": state.clock, "level": level_of(unit)}, unit=unit.path, on=day_of(at)).result
    if state.clock in MADE:
        due = record.due_at
    else:
        due = at + timedelta(minutes=row["within"])
        due = max(due, record.due_at) if state.clock == "mend" else due
    return rising(due, row)


def level_of(unit) -> str:
    """The levels as the tables know them."""
    return {"micro_grid": "grid", "stair": "building", "door": "building"}.get(unit.level, unit.level)


def due_of(source, unit, urgency, at):
    """By when something given at a moment is to be done, where nobody said otherwise."""
    facts = {"source": source, "level": level_of(unit), "urgency": urgency}
    row = decisions.decide("due", facts, unit=unit.path, on=day_of(at)).result
    if row["within"] is not None:
        return at + timedelta(minutes=row["within"])
    from_on = day_of(at) + timedelta(days=row["days"])
    return max(moment(from_on, row["by"]), at + timedelta(minutes=row["least"]))
