"""What the clock starts: versions take effect at their hour, and whom they touch is decided again."""
from ..accounts.queries import SYSTEM, named
from ..clock import job
from .actions import decide_again, pass_hours


def take_hours(*, at):
    """Versions whose hour has come or gone."""
    pass_hours(by=named(SYSTEM), at=at)


def rerun(*, at):
    """Whom they touch."""
    decide_again(by=named(SYSTEM), at=at)


def register():
    """The schedule of the tables."""
    job("decisions.take_hours", "every 10", take_hours)
    job("decisions.rerun", "every 10", rerun)
