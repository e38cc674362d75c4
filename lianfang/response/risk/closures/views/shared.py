"""What these pages share: the lists beside each other, a step with its form, a state in a frame."""
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.ui import parts
from lianfang.ground.ui.forms import step
from lianfang.ground.workflow import FLOWS

from .. import queries
from ..models import Closure

TONES = {"in_force": "bad", "proposed": "warn", "waiting": "warn", "not_shut": "bad", "seen": "good", "allowed": "good",
         "permitted": "good", "held": "good",
         "refused": "bad", "declined": "bad", "revoked": "bad", "lifted": "good"}


def tabs(current) -> list[dict]:
    """The lists of this room, as the strip of tabs takes them."""
    words = {"closures": _("封闭关停令"), "status": _("场所开关情况"), "areas": _("封闭的村、小区"), "services": _("停运"),
             "checks": _("核实关停"), "exemptions": _("例外"), "events": _("聚集活动")}
    return [{"label": word, "url": reverse(f"closures:{name}"), "is_current": name == current} for name, word in words.items()]


def state_word(flow, record) -> str:
    """A record's state."""
    return str(FLOWS[flow].states[record.state])


def state_tag(flow, record):
    """The same in a frame."""
    return parts.tag(state_word(flow, record), TONES.get(record.state, ""))


def directs(request, unit) -> bool:
    """Whether the reader directs a place."""
    return reach_of(request.assignments, "direct").covers(unit.path)


def approves(request, unit) -> bool:
    """Whether the reader may approve there."""
    return reach_of(request.assignments, "approve").covers(unit.path)


def told(request) -> dict:
    """By whom and when."""
    return {"by": request.user, "at": now()}


def asked(request, form, act, done, title, to, **page):
    """A page with a form and one button."""
    back = page.pop("back", None) or (to if isinstance(to, str) else reverse("closures:closures"))
    return step(request, "closures/form.html", form, act, done, to, title=title, back=back, **page)


def order_of(request, pk, *related) -> Closure:
    """An order that concerns the reader: of his units, or over them."""
    return get_object_or_404(queries.concerning(request.reach).select_related("unit", *related), pk=pk)


def found(model, pk, *related):
    """A record within the reader's reach."""
    return get_object_or_404(model.objects.select_related("unit", *related), pk=pk)
