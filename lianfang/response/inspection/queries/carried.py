"""What a phone carries of this loop: the visits of its holder's own teams, and what they ask; of other teams nothing."""
from datetime import timedelta
from functools import cache

from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything, reach_of
from lianfang.ground.days import day_of
from lianfang.ground.outbox import queries as outbox
from lianfang.ground.outbox.xlsform import spoken
from lianfang.ground.workflow import FLOWS

from ..models import Visit
from ..rules import focus
from .visits import asked_on, newest, visit_of

MOST = 60


@everything()
def carried_visits(request, area) -> dict:
    """Visits that a team of the holder's makes before the phone must be heard of again, the first day first, with their checklists: an
    unannounced one is on no other phone."""
    if "inspect" not in request.rights:
        return {"visits": [], "lists": []}
    on, reach = day_of(request.at), reach_of(request.assignments, "inspect")
    until = day_of(request.at + timedelta(minutes=outbox.minutes("offline", on)))
    planned = Visit.objects.filter(state="planned", on__lte=until, team__ended_at=None, team__members__account=request.user.pk,
                                   unit__path__under=reach)
    visits = planned.select_related("place__parent", "team", "round__checklist").order_by("on", "pk")[:MOST]
    lists, rows, newest_of = {}, [], cache(newest)
    for one in visits:
        asked = asked_on(one, max(on, one.on), lists=newest_of)
        lists |= {str(each.pk): each for each in asked}
        rows.append({"id": str(one.pk), "place": {"id": one.place_id, "name": one.place.name, "around": _around(one.place)},
                     "on": one.on.isoformat(), "team": one.team.name, "round": one.round.title if one.round_id else "",
                     "is_unannounced": one.is_unannounced, "lists": [str(each.pk) for each in asked],
                     "topics": focus(one.team.kind, max(on, one.on), one.place.path)})
    return {"visits": rows, "lists": [{"id": key, "code": each.code, "title": each.title, "fields": spoken(each.form)["fields"]}
                                      for key, each in lists.items()]}


def _around(place) -> str:
    return place.parent.name if place.parent_id and place.level != "township" else ""


def visit_there(record) -> list[tuple]:
    """Which visit it was, for whoever looks at what a phone sent of it."""
    one = visit_of(record)
    return [] if one is None else [(_("去哪里"), one.place.name), (_("哪天"), one.on.isoformat()), (_("哪个组"), one.team.name),
                                   (_("状态"), str(FLOWS["inspection_visit"].states[one.state]))]
