"""By when the turns of sites are due: as the table of their clocks says; a stay is due at the end of its order."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment

TABLE = "site_clocks"


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    row = decisions.decide(TABLE, {"clock": state.clock}, on=day_of(at)).result
    due = moment(record.until_on, row["due"]) if row["within"] is None else at + timedelta(minutes=row["within"])
    return due, *(due + timedelta(minutes=row[level]) if row[level] is not None else None for level in ("to_township", "to_county"))
