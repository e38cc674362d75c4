"""What the clock starts: rosters that wait, those a dead process left, and files nobody has come back for."""
from lianfang.ground.clock import job

from .actions import expire, take_up


def register():
    """The schedule of this loop."""
    job("screening.take_up", "every 2", take_up)
    job("screening.expire", "03:40", expire)
