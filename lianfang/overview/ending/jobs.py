"""What the clock starts: an ending that was begun is carried to its end."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.clock import job

from .actions import go_on
from .models import Ending


@everything()
def carry_on(*, at):
    """Go on where it was left; somebody who is at it already is not disturbed."""
    for ending in Ending.objects.filter(state="carrying"):
        go_on(ending=ending, by=named(SYSTEM), at=at)


def register():
    """Looked at each minute."""
    job("ending.carry_on", "every 60", carry_on)
