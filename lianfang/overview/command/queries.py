"""The headquarters as it stands: the emergency, its level, heads, groups and what is theirs to do; mechanisms as tags."""
from dataclasses import dataclass

from django.db.models import Count, Q

from lianfang.ground import decisions
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn

from . import rules
from .models import HEADS, PARTS, Emergency, Group, Holder, Mechanism, Part, Response, StoodUp


@dataclass(frozen=True, slots=True)
class Step:
    """One thing on a run card: what it is in words, and whether it has been stood up already."""

    kind: str
    item: str
    words: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Load:
    """What of one flow is a group's to see to: how many turns are open, how many of these overdue."""

    code: str
    word: str
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Named:
    """A group as whoever orders names it: its code, its name, the account of its lead (None while nobody leads it)."""

    code: str
    name: str
    account: object


def standing(unit=None) -> Emergency | None:
    """The emergency that a unit has stood up for now (the first in scope, without one)."""
    found = Emergency.objects.filter(until_on=None).select_related("unit", "by")
    return (found.filter(unit=unit) if unit else found.order_by("unit__path")).first()


def level_now(emergency) -> Response | None:
    """The response level that holds."""
    return Response.objects.filter(emergency=emergency, until_at=None).select_related("by").first()


def levels(emergency) -> list[Response]:
    """All levels it has had, the newest first."""
    return list(Response.objects.filter(emergency=emergency).select_related("by").order_by("-from_at"))


def holders(emergency, on, group=None) -> list[Holder]:
    """Who holds a post on a day: of the headquarters, or of a group; heads first."""
    found = Holder.objects.in_force(on).filter(emergency=emergency, group=group).select_related("account")
    order = {code: place for place, code in enumerate(("chief", "vice_chief", "lead", "deputy", "liaison", "member"))}
    return sorted(found, key=lambda one: (order[one.post], one.from_on, one.pk))


def heads(emergency, on) -> list[Holder]:
    """Joint heads and their deputies on a day."""
    return [one for one in holders(emergency, on) if one.post in HEADS]


def groups(emergency, on, kind=None) -> list[Group]:
    """Groups that stand on a day with how many belong to each and who leads."""
    held = Q(holders__from_on__lte=on) & (Q(holders__until_on=None) | Q(holders__until_on__gt=on))
    found = Group.objects.in_force(on).filter(emergency=emergency, **({"kind": kind} if kind else {}))
    return list(found.annotate(n_members=Count("holders", filter=held, distinct=True),
                               n_leads=Count("holders", filter=held & Q(holders__post="lead"), distinct=True)).order_by("-kind", "pk"))


def leads_of(found, on) -> dict:
    """Who leads each of these groups on a day, by the group's id."""
    return {one.group_id: one for one in Holder.objects.in_force(on).filter(group__in=found, post="lead").select_related("account")}


def loads(group, at) -> list[Load]:
    """The turns of a group's flows within its unit, flow by flow."""
    known = [code for code in group.flows if code in FLOWS]
    turns = Turn.objects.open().filter(flow__in=known, unit__path__under=group.unit.path)
    counted = {row["flow"]: row for row in turns.values("flow").annotate(n=Count("pk"), late=Count("pk", filter=Q(due__lt=at))).order_by()}
    return [Load(code, str(FLOWS[code]), counted.get(code, {}).get("n", 0), counted.get(code, {}).get("late", 0)) for code in known]


def own_turns(group, on):
    """Open turns in the name of those who belong to a group."""
    accounts = Holder.objects.in_force(on).filter(group=group).exclude(account=None).values("account")
    return Turn.objects.open().filter(account__in=accounts).select_related("unit", "account").order_by("due", "pk")


@everything()
def groups_on(on) -> list[Named]:
    """The groups that stand on a day, for whoever orders something of one."""
    found = list(Group.objects.in_force(on).filter(emergency__until_on=None).order_by("-kind", "pk"))
    leads = leads_of(found, on)
    return [Named(one.code, one.name, leads[one.pk].account if one.pk in leads else None) for one in found]


def run_card(response, on) -> list[Step]:
    """What the level's card stands up, and what of it stands already."""
    done = set(StoodUp.objects.filter(response=response).values_list("kind", "item"))
    there = set(Group.objects.in_force(on).filter(emergency=response.emergency_id).values_list("code", flat=True))
    found = [Step(rules.GROUP, row.code, row.says["name"], row.code in there or (rules.GROUP, row.code) in done)
             for row in rules.groups_at(response.level, on)]
    return found + [Step(kind, item, item_words(kind, item), (kind, item) in done) for kind, item in rules.card(response.level, on)]


def item_words(kind, item) -> str:
    """An item of a run card in words: a series and a table by their name, what is written out as it is."""
    if kind == rules.SERIES:
        return rules.word("meeting_series", "series", item)
    return rules.word(item, f"{item}.csv", "") if kind == "table" and item in decisions.names() else item


@everything()
def stood_up(ids) -> list[StoodUp]:
    """What a run card stood up, by id, for whoever has it done."""
    return list(StoodUp.objects.filter(pk__in=ids).select_related("response__emergency__unit", "response__by").order_by("pk"))


def mechanisms(unit, on) -> list[Mechanism]:
    """The mechanisms that a unit keeps on a day."""
    return list(Mechanism.objects.in_force(on).filter(unit=unit).prefetch_related("parts").order_by("pk"))


@everything()
def tags(on) -> list[tuple]:
    """Every part of every mechanism as a tag: its id, and what it is called."""
    parts = Part.objects.filter(mechanism__in=Mechanism.objects.in_force(on)).select_related("mechanism")
    return [(str(one.pk), f"{one.mechanism.name}：{one.words}") for one in parts.order_by("mechanism", "kind", "place")]


def lacking(mechanism, on) -> dict[str, int]:
    """How many levels, lines, checks and points its name promises and nobody has written yet."""
    row = next((row for row in rules.listed("mechanisms", "mechanism", on) if row.code == mechanism.code), None)
    if row is None:
        return {}
    asked = dict(zip(PARTS, (row.says["levels"], row.says["lines"], row.says["checks"], row.says["points"]), strict=True))
    there = [part.kind for part in mechanism.parts.all()]
    return {kind: n - there.count(kind) for kind, n in asked.items() if n and there.count(kind) < n}


