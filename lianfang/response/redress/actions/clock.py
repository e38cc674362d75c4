"""What nobody has answered in time goes up by itself."""
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused

from ..models import Appeal
from .answer import pass_on


@everything()
def pass_up(*, by, at) -> int:
    """Every appeal whose term at the township is over goes to the county; returns how many. One answered meanwhile stays answered."""
    passed = 0
    for one in list(Appeal.objects.filter(state="open", due__lte=at).order_by("due")):
        try:
            pass_on(one, by=by, at=at)
        except Refused:
            continue
        passed += 1
    return passed
