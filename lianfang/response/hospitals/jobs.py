"""What the clock starts: each day the hospitals' reports are opened and their wards reminded."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import begin_day


def begin_hospital_day(*, at):
    """The reports and reminders of today."""
    begin_day(by=named(SYSTEM), at=at)


def register():
    """The schedule of this loop."""
    job("hospitals.begin_day", "00:15", begin_hospital_day)
