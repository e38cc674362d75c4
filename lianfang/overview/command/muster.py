"""The muster list: by unit who was called, who answered, who is there, who is missing, whose leave is cancelled."""
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything, within

from .models import OPEN, Called, Recall


@dataclass
class Muster:
    """One unit of a recall, or all of it together: how many were called, answered, are there, let off, missing after the hour, on leave."""

    name: str
    people: list = field(default_factory=list)
    called: int = 0
    answered: int = 0
    present: int = 0
    excused: int = 0
    missing: int = 0
    leave: int = 0

    def add(self, one, at):
        """Count somebody."""
        self.called += 1
        self.answered += one.answered_at is not None
        self.present += one.state == "present"
        self.excused += one.state == "excused"
        self.missing += is_missing(one, at)
        self.leave += one.leave_until is not None


def is_missing(one, at) -> bool:
    """Whether the hour is over and he is not there, nor let off."""
    return one.state in OPEN and one.recall.return_by < at


def muster_of(recall, reach, at) -> tuple[Muster, list[Muster]]:
    """All together, and unit by unit with its people, as far as a reach goes."""
    whole, found = Muster(""), {}
    rows = within(Called._base_manager.filter(recall=recall), reach).select_related("unit__parent", "account", "seen_by", "recall")
    for one in rows.order_by("unit__path", "account__name", "pk"):
        unit = found.setdefault(one.unit_id, Muster(_named(one.unit)))
        unit.people.append(one)
        for count in (whole, unit):
            count.add(one, at)
    return whole, list(found.values())


def _named(unit) -> str:
    """A village with its township before it: several have one name."""
    return f"{unit.parent.name} {unit.name}" if unit.level == "village" else unit.name


@everything()
def recalls(unit, reach) -> list[tuple[Recall, int, int]]:
    """The recalls of a county that call somebody within a reach, the newest first, each with how many were called there and are there."""
    rows = within(Called.objects.filter(recall__unit=unit), reach).values("recall").annotate(
        called=Count("pk"), present=Count("pk", filter=Q(state="present"))).order_by()
    found = {row["recall"]: (row["called"], row["present"]) for row in rows}
    return [(one, *found[one.pk]) for one in Recall.objects.filter(pk__in=found).order_by("-at")]


def titles(ids) -> dict:
    """返岗通知：收到请答复; 点名：周建明."""
    says = {"called": _("返岗通知，请马上答复：{words}"), "coming": _("到岗点名：{name}"), "asking": _("定一下能不能不回：{name}")}
    rows = Called._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "account__name", "recall__words")
    return {pk: says[state].format(name=name, words=words[:40]) for pk, state, name, words in rows}
