"""What these pages share: the lists beside each other, whose task one may read, forms with one button."""
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.ui import parts
from lianfang.ground.ui.forms import step
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.queries import is_turn_of

from ..models import Task
from ..queries.tasks import shown

TONES = {"given": "warn", "sent_back": "bad", "done": "blue", "closed": "good", "waiting": "warn", "received": "good", "issued": "blue",
         "asked": "warn", "adopted": "good"}


def tabs(current) -> list[dict]:
    """The lists of this room, as the strip of tabs takes them."""
    words = {"tasks": _("督办事项"), "receipts": _("收到的文"), "directives": _("发出的文"), "closure": _("闭环率"),
             "visits": _("领导下沉"), "practices": _("好做法"), "milestones": _("大事记")}
    return [{"label": word, "url": reverse(f"directives:{name}"), "is_current": name == current} for name, word in words.items()]


def state_tag(flow, record):
    """A record's state in a frame."""
    return parts.tag(str(FLOWS[flow].states[record.state]), TONES.get(record.state, ""))


def task_of(request, pk) -> Task:
    """A task that lies where one may look, or is one's own turn, or was done by oneself; Http404 else."""
    one = shown().filter(pk=pk).first()
    if one is None or not (reach_of(request.assignments).covers(one.unit.path) or request.user.pk in (one.done_by_id, one.taken_by_id)
                           or is_turn_of(one.pk, request.user, request.assignments)):
        raise Http404
    return one


def holder(turn) -> str:
    """Whose turn it is: the one who is named, or the role at a unit; nobody's when it is settled."""
    if turn is None:
        return ""
    return turn.account.name if turn.account else f"{turn.owner_unit.name} {ROLES[turn.role].label}"


def directs(request, unit) -> bool:
    """Whether the reader directs a place."""
    return reach_of(request.assignments, "direct").covers(unit.path)


def asked(request, form, act, done, title, to, **page):
    """A page with a form and one button."""
    back = page.pop("back", None) or (to if isinstance(to, str) else reverse("directives:tasks"))
    return step(request, "directives/step.html", form, act, done, to, title=title, back=back, **page)


def told(request) -> dict:
    """By whom and when."""
    return {"by": request.user, "at": now()}


def sent_file(content, kind, name="") -> HttpResponse:
    """A file as it came: a picture is shown, anything else is kept, nothing in it runs."""
    if content is None:
        raise Http404
    answer = HttpResponse(content, content_type=kind)
    if not kind.startswith("image/"):
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
