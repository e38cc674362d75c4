"""Visits: which checklists are asked on a day, whose visit it is, what the place may see of it."""
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line

from ..models import Checklist, Sheet, Visit
from ..rules import focus


def newest(topics, before=None) -> list[Checklist]:
    """The newest version of every checklist of these topics, now or at a moment."""
    found, known = {}, Checklist.objects.filter(topic__in=topics)
    for one in (known.filter(at__lte=before) if before else known).order_by("at", "pk"):
        found[one.code] = one
    order = {topic: n for n, topic in enumerate(topics)}
    return sorted(found.values(), key=lambda one: (order[one.topic], one.code))


def asked_on(visit, on, before=None, lists=newest) -> list[Checklist]:
    """The checklists of a visit on a day, as they stand now or stood at a moment: the round's own first, then those without points for what
    inspections look at that day."""
    own = [visit.round.checklist] if visit.round_id and visit.round.checklist_id else []
    codes = {one.code for one in own}
    others = [one for one in lists(tuple(focus(visit.team.kind, on, visit.place.path)), before) if one.code not in codes]
    return own + ([one for one in others if not one.is_scored] if own else others)


def asked_as(visit, ids, at) -> list[Checklist] | None:
    """The checklists that a phone asked (ids), where a visit's stood so at some moment since it was planned; None where they never did."""
    since = Line.objects.filter(pk=visit.because).values_list("at", flat=True).first() or at
    for on in sorted({day_of(at), visit.on}, reverse=True):
        topics = focus(visit.team.kind, on, visit.place.path)
        changed = Checklist.objects.filter(topic__in=topics, at__gt=since).values_list("at", flat=True)
        for before in sorted({at, since, *changed}, reverse=True):
            found = asked_on(visit, on, before)
            if {str(one.pk) for one in found} == set(ids):
                return found
    return None


def visit_of(pk) -> Visit | None:
    """A visit within the scope, with what its page needs."""
    whole = Visit.objects.select_related("place__parent", "team__unit", "round__checklist", "round__unit", "head", "unit")
    return whole.filter(pk=pk).first()


def sheet_of(pk) -> Sheet | None:
    """What was seen of a place within the scope, or is announced to it."""
    return Sheet.objects.select_related("unit__parent", "visit__team", "round", "done_by").filter(pk=pk).first()


def forms_of(sheet) -> list[Checklist]:
    """The checklists that were asked."""
    found = {str(one.pk): one for one in Checklist.objects.filter(pk__in=sheet.forms)}
    return [found[key] for key in sheet.forms if key in found]
