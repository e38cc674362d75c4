"""What the clock starts: rounds whose hour has come are closed, repeated ones begin again."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import close_due, open_next


def close_rounds(*, at):
    """Rounds whose scoring ends now."""
    close_due(by=named(SYSTEM), at=at)


def next_rounds(*, at):
    """The next round of what is repeated."""
    open_next(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("inspection.close_rounds", "every 300", close_rounds)
    job("inspection.next_rounds", "00:20", next_rounds)
