"""What the clock starts: zero reports are asked for in the morning, and those of yesterday that nobody made are closed."""
from lianfang.ground.clock import job

from .actions import close_zeros, open_zeros


def open_due(*, at):
    """Today's, of every county that has a duty officer."""
    open_zeros(at=at)


def close_due(*, at):
    """Those of earlier days."""
    close_zeros(at=at)


def register():
    """The schedule: looked at each minute, since a county may move its hours."""
    job("papers.open_zeros", "every 60", open_due)
    job("papers.close_zeros", "every 60", close_due)
