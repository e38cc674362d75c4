"""What the pages of risk points share: the lists beside each other, a point within the scope, a form with one button."""
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.ui import parts
from lianfang.ground.ui.forms import step
from lianfang.ground.workflow.queries import is_turn_of

from ..models import Point
from ..rules import TONES, level_word


def tabs(current) -> list[dict]:
    """The lists of this room, as the strip of tabs takes them."""
    words = {"board": _("四道关口"), "points": _("风险点"), "weeks": _("每周评估"), "trend": _("走势")}
    return [{"label": word, "url": reverse(f"riskpoints:{name}"), "is_current": name == current} for name, word in words.items()]


def level_tag(level):
    """A level in a frame."""
    return parts.tag(level_word(level), TONES.get(level, "")) if level else ""


def point_of(pk) -> Point:
    """A point within the scope."""
    return get_object_or_404(Point.objects.select_related("unit", "account", "entered_by", "closed_by"), pk=pk)


def directs(request, unit) -> bool:
    """Whether the reader directs a place."""
    return reach_of(request.assignments, "direct").covers(unit.path)


def owns(request, record) -> bool:
    """Whether it is the reader's turn, or his place."""
    return is_turn_of(record.pk, request.user, request.assignments) or directs(request, record.unit)


def told(request) -> dict:
    """By whom and when."""
    return {"by": request.user, "at": now()}


def asked(request, form, act, done, to, **page):
    """A page with a form and one button."""
    return step(request, "riskpoints/step.html", form, act, done, to, **page)
