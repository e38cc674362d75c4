"""What the clock starts: rosters that wait, and those a dead process left."""
from lianfang.ground.clock import job

from .actions import take_up


def register():
    """The schedule of this loop."""
    job("screening.take_up", "every 2", take_up)
