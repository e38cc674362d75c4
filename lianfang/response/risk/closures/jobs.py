"""What the clock starts: orders whose own end has come are over."""
from lianfang.ground.clock import job

from .actions import pass_closures


def pass_over(*, at):
    """Those of this hour."""
    pass_closures(at=at)


def register():
    """The schedule of this loop."""
    job("closures.pass_over", "every 10", pass_over)
