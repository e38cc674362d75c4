"""What the clock starts: drives all of whose people are through are finished."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import finish_through


def finish_drives(*, at):
    """Those that are."""
    finish_through(by=named(SYSTEM), at=at)


def register():
    """The schedule: looked at each minute."""
    job("drives.finish", "every 60", finish_drives)
