"""What a meeting is to talk of: points whose review is due by its day, and those that a unit rated worse; the gravest first."""
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import SHANGHAI, day_end, day_of
from lianfang.ground.decisions import shipped
from lianfang.ground.workflow.agenda import TONGUES, Item, both

from ..models import Point
from ..rules import RATING


def due_points(at, unit=None):
    """Open points to be looked at by the end of a moment's day, or rated worse by a unit; at a unit and below it, or all in scope."""
    rows = Point.objects.filter(Q(state="risen") | Q(review_at__lte=day_end(day_of(at))), closed_at=None, entered_at__lte=at)
    rows = rows.filter(unit__path__under=unit.path) if unit is not None else rows
    return rows.select_related("unit", "account").order_by("-rank", "review_at", "pk")


def agenda_items(unit, _since, at) -> list[Item]:
    """One item a point: its level, whose it is, when it was to be looked at."""
    return [Item(f"risk_point:{one.pk}", {"zh": one.name, "en": one.name}, _note(one), reverse("riskpoints:point", args=[one.pk]),
                 unit=one.unit_id, weight=one.rank * 10 + (one.state == "risen")) for one in due_points(at, unit)]


def _note(one) -> dict:
    level, role = _spoken(lambda: shipped(RATING).labels.of("level", one.level)), _spoken(lambda: one.owner)
    if one.state == "risen":
        return both(_("现为{level}，有单位评得更高，{who}研判"), level=level, who=role)
    return both(_("{level}，{who}，{due} 到期研判"), level=level, who=role, due=f"{one.review_at.astimezone(SHANGHAI):%m-%d %H:%M}")


def _spoken(words) -> dict:
    found = {}
    for tongue, language in TONGUES.items():
        with translation.override(language):
            found[tongue] = str(words())
    return found
