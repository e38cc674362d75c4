"""What the clock starts: watches whose last day is over are ended."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import complete


def end_watches(*, at):
    """Those of yesterday."""
    complete(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("tracing.end_watches", "00:10", end_watches)
