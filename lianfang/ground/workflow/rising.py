"""When a turn that is late goes up: so many minutes after it was due, as the row of a table of clocks says."""
from datetime import timedelta

LEVELS = ("to_township", "to_county")


def rising(due, row) -> tuple:
    """(due, to the township, to the county): None for a level that the row leaves out, or has no minutes for."""
    return due, *(due + timedelta(minutes=row[level]) if row.get(level) is not None else None for level in LEVELS)
