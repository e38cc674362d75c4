"""What the clock starts: figures are counted while somebody looks."""
from lianfang.ground.clock import job

from .actions import count
from .queries import looked_at


def count_due(*, at):
    """Every unit at which a screen looked lately."""
    for unit in looked_at(at):
        count(unit=unit, at=at)


def register():
    """Twice a minute: what the wall says is never much older than a minute."""
    job("wall.count", "every 30", count_due)
