"""What phones send of this loop: that a place was seen shut, or open."""
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.outbox import Taken
from lianfang.ground.workflow import Refused

from ..models import Check
from ..words import PHOTO_WANTED
from .proving import see_open, see_shut

NOT_HERE = _("这条记录不在您的辖区里，或者已经不在了。")


@everything()
def take_seen(entries, *, by, at):
    """Places seen: what needs no proof any more is refused for itself alone."""
    wanted = {entry.cleaned["record"] for entry in entries}
    found = Check.objects.select_for_update(of=("self",)).select_related("unit", "firm").filter(pk__in=wanted).order_by("pk")
    there = {one.pk: one for one in found}
    return [_each(there.get(entry.cleaned["record"]), entry, by) for entry in entries]


def _each(check, entry, by):
    if check is None or not entry.reach.covers(check.unit.path):
        return Refused(str(NOT_HERE))
    is_shut = entry.cleaned["seen"] == "shut"
    if is_shut and check.firm_id and not entry.cleaned["photo"]:
        return Refused(str(PHOTO_WANTED))
    act = see_shut if is_shut else see_open
    try:
        act(check=check, words=entry.cleaned["words"], by=by, at=entry.at)
    except Refused as refused:
        return refused
    return Taken.of(check)
