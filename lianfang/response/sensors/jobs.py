"""What the clock starts: openings explained since, devices gone silent."""
from lianfang.ground.clock import job

from .actions import settle


def settle_doors(*, at):
    """Every minute."""
    settle(at=at)


def register():
    """The schedule of this loop."""
    job("sensors.settle_doors", "every 60", settle_doors)
