"""Which meetings there are, what stands on one's agenda, who is to do what, and what frozen facts say."""
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground import decisions as tables
from lianfang.ground.accounts.scope import everything, within
from lianfang.ground.indicators import INDICATORS, cut_off
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import ahead
from lianfang.ground.workflow.agenda import both
from lianfang.response.directives import queries as tasks

from .models import SERIES, AgendaItem, Attendance, Decision, Facts, Meeting, Rhythm
from .rules import next_sitting, over_at

LONGEST = timedelta(days=1)  # no meeting sits longer


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an agenda: its word and its items."""

    code: str
    word: str
    items: list


@dataclass(frozen=True, slots=True)
class Handed:
    """A decision that stands, with its shares, as whoever hands tasks out reads it."""

    decision: Decision
    meeting: Meeting
    shares: list


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a meeting's decisions: each with how far its tasks are and its directive (or None), and all of them together."""

    decisions: list
    whole: tasks.Progress


def meetings(reach, account):
    """Meetings of units within a reach, and those an account is invited to, whosever they are."""
    seat = Attendance._base_manager.filter(meeting=OuterRef("pk"), account=account)
    inside = within(Meeting._base_manager.all(), reach).values("pk")
    return Meeting._base_manager.filter(Q(pk__in=inside) | Exists(seat)).select_related("unit", "keeper", "facts", "before")


def counted(found):
    """The same meetings with how many items, decisions and shares each has, how many came, and how many of its tasks are closed."""
    given, closed = tasks.counts_of(Decision._base_manager.filter(meeting=OuterRef(OuterRef("pk"))).values("pk"))
    return found.annotate(
        n_given=Coalesce(given, 0), n_closed=Coalesce(closed, 0),
        n_items=Count("items", distinct=True), n_decisions=Count("decisions", distinct=True),
        n_shares=Count("decisions__shares", distinct=True),
        n_present=Count("attendance", filter=Q(attendance__comes="present"), distinct=True))


def section_word(code) -> str:
    """A section in the reader's language."""
    labels = tables.shipped("agenda_sections").labels
    return labels.of("section", code) or code


@everything()
def agenda_of(meeting) -> list[Section]:
    """The agenda by section, each item with its decisions."""
    items = AgendaItem.objects.filter(meeting=meeting).select_related("said_by").prefetch_related(
        "decisions__shares__unit", "decisions__shares__account").order_by("place", "pk")
    return [Section(code, section_word(code), list(some)) for code, some in groupby(items, key=lambda one: one.section)]


@everything()
def decisions_of(meeting) -> list[Decision]:
    """What was decided, by number, with who does it."""
    return list(Decision.objects.filter(meeting=meeting).select_related("item", "by").prefetch_related(
        "shares__unit", "shares__account").order_by("number"))


def outcome(decisions, at) -> Outcome:
    """What became of these decisions."""
    ids = [one.pk for one in decisions]
    found, issued = tasks.progress_of(ids, at), tasks.issued_of(ids)
    return Outcome([(one, found.get(one.pk, tasks.Progress()), issued.get(one.pk)) for one in decisions],
                   sum(found.values(), tasks.Progress()))


@everything()
def attendance_of(meeting) -> list[Attendance]:
    """Who is to sit in it, in the order they were invited."""
    return list(Attendance.objects.filter(meeting=meeting).select_related("account").order_by("pk"))


@everything()
def handed(ids) -> list[Handed]:
    """Decisions that stand, by id, for whoever hands their shares out."""
    found = Decision.objects.filter(pk__in=ids).select_related("meeting__unit", "by").prefetch_related(
        "shares__unit", "shares__account").order_by("meeting", "number")
    return [Handed(one, one.meeting, list(one.shares.all())) for one in found]


@everything()
def readings(facts, codes=None) -> tuple[list[Unit], dict]:
    """The units of frozen facts, the whole first, and the figures of each by unit id."""
    found = {one.unit_id: one.figures for one in facts.readings.all()}
    units = list(Unit.objects.filter(pk__in=found).order_by("path"))
    return units, {pk: {code: figures[code] for code in codes or INDICATORS if code in figures} for pk, figures in found.items()}


def latest_facts(count=30):
    """Frozen facts within the scope, the newest first."""
    return Facts.objects.select_related("unit").order_by("-cut_off_at")[:count]


@everything()
def rhythms(unit) -> list[Rhythm]:
    """The series that a unit holds now."""
    return list(Rhythm.objects.filter(unit=unit, until_on=None).order_by("from_on", "pk"))


def titles(ids) -> dict:
    """Which meeting is to begin, which to be closed."""
    says = {"called": _("开会：{name}"), "sitting": _("散会前宣读决定：{name}")}
    return {one.pk: says[one.state].format(name=name_of(one)) for one in Meeting.objects.filter(pk__in=ids, state__in=says)}


def name_of(meeting) -> str:
    """早调度（第 12 次）; or its own title."""
    named = meeting.title or meeting.get_series_display()
    return _("{series}（{year}年第{n}次）").format(series=named, year=meeting.year, n=meeting.number)


@everything()
def sittings_ahead(unit, at) -> list[ahead.Coming]:
    """A unit's meetings that were called or sit, and the next of each running series, with the cut-off of their figures."""
    found = [ahead.Coming(ahead.MEETING, both(one.title or SERIES[one.series]), one.begins_at, over_at(one), one.cut_off_at,
                          url=reverse("meetings:meeting", args=[one.pk]), record=one.pk)
             for one in Meeting.objects.filter(unit=unit, state__in=("called", "sitting"), begins_at__gt=at - LONGEST)]
    called = {one.at for one in found}
    for rhythm in Rhythm.objects.filter(unit=unit, until_on=None):
        begins_at = next_sitting(rhythm.series, at)
        if begins_at and begins_at not in called:
            cut = cut_off(begins_at)
            found.append(ahead.Coming(ahead.MEETING, both(SERIES[rhythm.series]), begins_at, None, cut[1] if cut else None))
    return [one for one in found if one.over_at is None or one.over_at > at]
