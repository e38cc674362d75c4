"""What the clock starts: appeals nobody has answered go up."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import pass_up


def pass_up_late(*, at):
    """Appeals whose term at the township is over."""
    pass_up(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("redress.pass_up", "every 60", pass_up_late)
