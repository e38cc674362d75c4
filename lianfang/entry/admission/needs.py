"""What a role must prove beside the password, by a dated table; without it the role is withheld."""
from django.conf import settings

from lianfang.ground import decisions
from lianfang.ground.accounts.scope import held
from lianfang.ground.accounts.sessions import STRENGTH
from lianfang.ground.days import today

TABLE = "sign_in"
ORDER = ("password", "device", "second")
MUST_CHANGE = "must_change"  # in a session whose password is too old


def need(assignment, on) -> str:
    """What an assignment demands; the most, where the table does not say."""
    ruling = decisions.decide(TABLE, {"role": assignment.role}, unit=assignment.unit.path, on=on)
    return ORDER[-1] if ruling.manual_review else ruling.result["factor"]


def is_met(assignment, strength, on) -> bool:
    """Whether a session of that strength may use an assignment."""
    return not settings.SECOND_FACTOR or ORDER.index(need(assignment, on)) <= ORDER.index(strength)


def met(request, assignments) -> list:
    """Those assignments that this session has proved enough for."""
    if request.session.get(MUST_CHANGE):
        return []
    strength, on = request.session.get(STRENGTH, ORDER[0]), today()
    return [one for one in assignments if is_met(one, strength, on)]


def most(account, on) -> str:
    """The most that any role of an account demands on a day."""
    demanded = [need(one, on) for one in held(account, on)] if settings.SECOND_FACTOR else []
    return max(demanded, key=ORDER.index, default=ORDER[0])
