"""How a hospital stands today, who is in its task forces, and what all of them told of a week."""
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import get_language

from lianfang.ground import decisions
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import day_of, day_start

from ..figures import FIGURES
from ..models import FORCES, Filing, Hospital, Member, Problem, Reminder, Week

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Here:
    """A hospital with the report that is owed, today's reminder, problems open, those on duty today, and its weeks, the newest first."""

    hospital: Hospital
    owed: list
    reminder: Reminder | None
    problems: list
    on_duty: list
    weeks: list


def here(hospital, at) -> Here:
    """One hospital on one day."""
    on = day_of(at)
    weeks = list(hospital.weeks.order_by("-monday"))
    return Here(hospital, [week for week in reversed(weeks) if week.state in ("draft", "returned")],
                hospital.reminders.filter(on=on).first(), list(hospital.problems.filter(closed_at=None).order_by("found_at")),
                [one for one in _members(hospital, on) if on.isoweekday() in one.days], weeks)


def mine(reach, on) -> list[Hospital]:
    """The hospitals that stand within a reach, by title."""
    return list(within(Hospital.objects.in_force(on), reach).select_related("unit").order_by("title"))


def _members(hospital, on):
    ranks = {"lead": 0, "deputy": 1, "member": 2}
    return sorted(Member.objects.in_force(on).filter(hospital=hospital), key=lambda one: (ranks[one.rank], one.pk))


def forces_of(hospital, on) -> list[tuple]:
    """Each task force, with its members, the lead first."""
    members = _members(hospital, on)
    return [(code, word, [one for one in members if one.force == code]) for code, word in FORCES.items()]


def reminder_words(reminder) -> str:
    """What the table says for that day, in the language of this request."""
    row = decisions.decide("reminders", {"weekday": WEEKDAYS[reminder.on.weekday()]}, on=reminder.on).result
    return row["en" if (get_language() or "").startswith("en") else "zh"]


def summary(monday, reach, at) -> dict:
    """What the hospitals within a reach told of a week: a line a hospital with its newest filing sent (None: not yet), sums, problems.

    Problems: found in the week by area, and how many of all times are open at the moment.
    """
    weeks = list(within(Week.objects.filter(monday=monday), reach).exclude(state="waived").select_related("hospital").order_by(
        "hospital__title"))
    newest = {one.week_id: one for one in Filing.objects.filter(week__in=weeks, is_sent=True).order_by("edition")}
    filings = [newest[week.pk] for week in weeks if week.pk in newest]
    problems = within(Problem.objects.all(), reach)
    found = problems.filter(found_at__gte=day_start(monday), found_at__lt=day_start(monday + timedelta(days=7)))
    return {
        "monday": monday, "sunday": monday + timedelta(days=6), "lines": [(week, newest.get(week.pk)) for week in weeks],
        "sums": {name: sum(getattr(one, name) or 0 for one in filings) for name in FIGURES}, "told": len(filings),
        "in_time": sum(week.sent_at is not None and week.sent_at <= week.due_at for week in weeks),
        "late": [week for week in weeks if week.sent_at is None and week.due_at < at],
        "areas": Counter(found.values_list("area", flat=True)), "open": problems.filter(closed_at=None).count(),
    }


def standing(week: Week) -> dict:
    """The figures a form begins with: of the newest filing; the isolation beds as the register says where there is none."""
    newest = Filing.objects.filter(week=week).order_by("-edition").first()
    if newest is None:
        return {"beds": week.hospital.beds}
    return {name: getattr(newest, name) for name in (*FIGURES, "nothing_found")}
