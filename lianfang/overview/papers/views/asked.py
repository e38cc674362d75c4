"""What the reader of a page of papers may do there."""
from lianfang.ground.accounts.scope import reach_of


def has(request, right, unit) -> bool:
    """Whether the reader holds a right over a unit."""
    return reach_of(request.assignments, right).covers(unit.path)
