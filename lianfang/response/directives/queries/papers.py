"""Directives: whom one went to and who has it, what came before and after it; adoption of practices; the timeline."""
from django.db.models import Count, Q

from ..models import OPEN, Adoption, Directive, Milestone, Practice, Receipt
from .tasks import shown


def directives():
    """Directives with how many received them and how much of them is open."""
    received = Count("receipts", filter=Q(receipts__state="received"), distinct=True)
    left = Count("tasks", filter=Q(tasks__state__in=OPEN), distinct=True)
    return Directive.objects.select_related("unit", "issued_by").annotate(
        sent=Count("receipts", distinct=True), received=received, given=Count("tasks", distinct=True), left=left)


def receipts_of(directive):
    """Whom it went to: who has not received it on top."""
    return Receipt.objects.filter(directive=directive).select_related("unit", "received_by", "feedback_by").order_by(
        "-state", "unit__path", "group")


def tasks_of(directive):
    """Its tasks, those split from them below them."""
    return shown().filter(directive=directive).order_by("unit__path", "given_at", "pk")


def history_of(directive) -> list[Directive]:
    """The directives it follows and those that follow it, the first on top."""
    found, before = [directive], directive.replaces_id
    while before:
        one = Directive._base_manager.select_related("issued_by", "ended_by").get(pk=before)
        found, before = [one, *found], one.replaces_id
    while after := Directive._base_manager.filter(replaces=found[-1]).select_related("issued_by", "ended_by").first():
        found.append(after)
    return found


def practices():
    """Good practices with how many were asked, adopted it, or set it aside."""
    def in_state(state):
        return Count("adoptions", filter=Q(adoptions__state=state))

    return Practice.objects.select_related("unit", "by").annotate(asked=Count("adoptions"), adopted=in_state("adopted"),
                                                                  set_aside=in_state("set_aside"))


def adoptions_of(practice):
    """What each unit answered."""
    return Adoption.objects.filter(practice=practice).select_related("unit", "answered_by").order_by("unit__path")


def milestones():
    """The timeline, the first day on top."""
    return Milestone.objects.select_related("directive", "by").order_by("on", "side", "pk")


def days(rows) -> list[tuple]:
    """The timeline day by day: the day, what this county did, what was done outside."""
    found: dict = {}
    for one in rows:
        found.setdefault(one.on, ([], []))[one.side == "outside"].append(one)
    return [(on, own, outside) for on, (own, outside) in found.items()]
