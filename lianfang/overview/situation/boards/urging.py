"""The few things to chase now, in the words of the street, each with its one button."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.indicators import link
from lianfang.ground.ui.parts import lasting
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.queries import may_urge
from lianfang.response.isolation import queries as isolation

MOST, OF_LATE, NAMED = 5, 3, 3
SOON = timedelta(hours=4)
AT_LEVEL = {
    "county": gettext_lazy("县级逾期 {time}"),
    "township": gettext_lazy("乡级逾期 {time}"),
    "village": gettext_lazy("村级逾期 {time}"),
    "grid": gettext_lazy("网格逾期 {time}"),
}


@dataclass(slots=True)
class Urge:
    """A badge, what it is about, where its records are, and the verb on the button; `press` is where the verb itself is done."""

    badge: str
    text: str
    url: str
    verb: str
    tone: str = "bad"
    press: str = ""


def urges(found, assignments=()) -> list[Urge]:
    """At most five: overdue by level, alarms, releases, checks about to be missed, people nobody manages; what is overdue may be urged by
    one of these assignments that leads above."""
    late = _late(found, assignments)
    others = [urge for urge in (_alarms(found), _release(found), _checks(found, "am"), _checks(found, "pm"), _unmanaged(found)) if urge]
    kept = late[: max(OF_LATE, MOST - len(others))]
    return (kept + others)[:MOST]


def _late(found, assignments):
    """One for each level and place, its flows named together."""
    units, merged = {line.unit.pk: line.unit for line in found.lines if line.unit}, {}
    for late in found.late:
        merged.setdefault((late.level, late.child), []).append(late)
    urges = []
    for (level, child), some in list(merged.items())[:MOST]:
        time = lasting((found.at - min(late.oldest for late in some)) / timedelta(hours=1))
        unit = units.get(child, found.unit)
        what = _("、").join(
            _("{flow} {n} 件").format(flow=FLOWS[late.flow], n=late.count) for late in sorted(some, key=lambda late: -late.count)[:2]
        )
        said = _("{place}：{what}").format(place=unit.name, what=what) + _urged(some)
        urge = Urge(AT_LEVEL[level].format(time=time), said, link(f"overdue_{level}", unit, found.at, own=child is None), _("去看"))
        if may_urge(assignments, level, unit):
            urge.verb, urge.press = _("催"), reverse("situation:urge", args=[found.unit.pk, level]) + f"?below={child or ''}"
        urges.append(urge)
    return urges


def _urged(some):
    """When they were urged last."""
    last = max((late.urged_at for late in some if late.urged_at), default=None)
    return _("（{time} 催过）").format(time=f"{last.astimezone(SHANGHAI):%m-%d %H:%M}") if last else ""


def _where(found, code):
    """The places with most of it: 禾阳街道 9、三岔口镇 7."""
    places = sorted((line for line in found.lines if line[code]), key=lambda line: -line[code])
    return _("、").join(f"{line.name or found.unit.name} {line[code]}" for line in places[:NAMED]) + ("…" if len(places) > NAMED else "")


def _simple(found, code, badge, verb, tone="bad"):
    n = found.total[code]
    return Urge(badge.format(n=n), _where(found, code), link(code, found.unit, found.at), verb, tone) if n else None


def _alarms(found):
    return _simple(found, "alarms_open", _("告警 {n}"), _("处置"))


def _release(found):
    return _simple(found, "release_open", _("待解除 {n}"), _("查条件"), "warn")


def _unmanaged(found):
    return _simple(found, "unmanaged", _("应管未管 {n}"), _("去定"))


def _checks(found, half):
    """Checks missed today, or due within some hours."""
    if found.total[f"{half}_missed"]:
        return _simple(found, f"{half}_missed", _("晨检漏 {n}") if half == "am" else _("晚检漏 {n}"), _("补检"))
    due = isolation.check_hours(day_of(found.at), half)[1]
    if not timedelta() < due - found.at < SOON:
        return None
    urge = _simple(found, f"{half}_lacking", _("晨检差 {n}") if half == "am" else _("晚检差 {n}"), _("提醒"), "warn")
    if urge:
        urge.text = _("{time} 截止：{places}").format(time=f"{due.astimezone(SHANGHAI):%H:%M}", places=urge.text)
    return urge
