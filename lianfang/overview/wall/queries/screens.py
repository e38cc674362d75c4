"""Which screens there are, whose key it is, and for which units figures are wanted."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.units.models import Unit
from lianfang.ground.vault import blind

from ..models import FORM, Counted, Screen
from ..rules import term


def key_digest(key) -> str:
    """What stands in the table for a key or a code."""
    return blind("wall.key", key)


def screens():
    """Screens within the scope, the newest first."""
    return Screen.objects.select_related("unit", "made_by").order_by("-made_at", "-pk")


@everything()
def screen_of_key(key, at) -> Screen | None:
    """The screen that carries a key; nothing where it was revoked, has ended, or never was."""
    if not key:
        return None
    return Screen.objects.select_related("unit").filter(key=key_digest(key), revoked_at=None, until_at__gt=at).first()


def counted_of(unit) -> Counted | None:
    """The figures of a unit as they were counted last."""
    return Counted.objects.filter(unit=unit, figures__form=FORM).first()


@everything()
def looked_at(at) -> list[Unit]:
    """Units at which a screen looked lately."""
    since = at - timedelta(minutes=term("looked", day_of(at)))
    found = Screen.objects.filter(revoked_at=None, until_at__gt=at, seen_at__gte=since).values("unit")
    return list(Unit.objects.filter(pk__in=found))
