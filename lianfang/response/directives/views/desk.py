"""The duty desk: the line of a call on top, today's calls below it, the shift and what it leaves open."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may, widest
from lianfang.ground.days import end_words, now, today
from lianfang.ground.ids import uuid7
from lianfang.ground.ui.forms import posted_id, pressed
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import read_for
from lianfang.registers.people.reading import reading, take_reason

from .. import actions
from ..forms import CallForm, NoteForm
from ..forms.places import lines
from ..models import Call, Shift
from ..queries import desk as desks
from ..queries import open_tasks
from ..queries.tasks import turns_of
from .shared import asked, holder, state_tag, told

READ = "directives.read_call"


@may("direct")
@require_http_methods(["GET", "POST"])
def desk(request):
    """A call typed, or today's calls."""
    unit, form, key = widest(request, "direct"), CallForm(request.POST or None, reach=request.reach), uuid7()
    if request.method == "POST":
        key = posted_id(request)
        if form.is_valid():
            try:
                call = actions.take_call(id=key, **form.cleaned_data, **told(request))
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, _("记下了，已经交给“{unit}”，{due} 前办好。").format(
                    unit=holder(turns_of("task", [call.task]).get(call.task_id)) or call.task.whose, due=end_words(call.task.due_at)))
                return redirect("directives:desk")
    taken = list(desks.calls_of(unit, today()))
    turns = turns_of("task", [one.task for one in taken])
    calls = [(one, state_tag("task", one.task), holder(turns.get(one.task_id))) for one in taken]
    page = {"form": form, "id": key, "unit": unit, "calls": calls, "shift": desks.shift_at(unit), "shifts": desks.shifts_of(unit, 6),
            "at": now(), "left": _left(unit), "waiting": desks.waiting_at(unit, now())}
    return render(request, "directives/desk.html", page, status=422 if form.errors else 200)


def _left(unit) -> int:
    """How many things given from here are open."""
    return open_tasks(unit=unit).filter(given_unit=unit).count()


@may("direct")
@require_GET
def places(request):
    """How the name of a place may go on, while it is typed."""
    return render(request, "ui/lines.html", {"lines": lines(request.reach, request.GET.get("unit", "")[:80])})


def _call(pk) -> Call:
    return get_object_or_404(Call.objects.select_related("unit", "task", "taken_by"), pk=pk)


@may("open")
@require_GET
def call(request, pk):
    """Who called: shown to whoever has said why."""
    one = _call(pk)
    page = {"one": one, "state": state_tag("task", one.task), **reading(request, one, READ)}
    if read_for(one.pk, READ, request.user, now()):
        page["told"] = [(_("谁打来的"), one.caller.open()), (_("电话"), one.phone.open()), (_("门牌、细节"), one.detail.open())]
    return render(request, "directives/call.html", page)


@may("open")
@require_POST
def read_call(request, pk):
    """The reason, written down."""
    take_reason(request, _call(pk), READ, "call")
    return redirect("directives:call", pk)


@may("direct")
@require_POST
def begin_desk(request):
    """Somebody sits down."""
    return pressed(request, lambda: actions.begin_desk(unit=widest(request, "direct"), **told(request)), _("您当班了。"), "directives:desk")


def _shift(pk) -> Shift:
    return get_object_or_404(Shift.objects.select_related("unit", "begun_by", "taken_by"), pk=pk)


@may("direct")
@require_GET
def shift(request, pk):
    """A shift with what it left open, as that stands now."""
    one = _shift(pk)
    left = [(task, state_tag("task", task)) for task in desks.left_by(one)]
    page = {"one": one, "state": str(FLOWS["desk_shift"].states[one.state]), "left": left, "at": now(),
            "waiting": desks.waiting_at(one.unit, now()) if one.closed_at is None else [],
            "note": one.note.open(), "answer": one.answer.open(), "may_take": one.state == "handed" and request.user.pk != one.begun_by_id}
    return render(request, "directives/shift.html", page)


@may("direct")
@require_http_methods(["GET", "POST"])
def hand_over_desk(request, pk):
    """The shift ends."""
    one, to = _shift(pk), reverse("directives:shift", args=[pk])
    form = NoteForm(request.POST or None, label=_("交班的话"),
                    hint=_("要紧的是什么，接下来要问什么；没有的写“无”。没办结的事系统会自动列出"))
    lead = _("没办结 {left} 件，一并交给下一位").format(left=_left(one.unit))
    return asked(request, form, lambda form: actions.hand_over_desk(shift=one, note=form.cleaned_data["words"], **told(request)),
                 _("交班了，等下一位接。"), _("交班"), to, back=reverse("directives:desk"), lead=lead)


@may("direct")
@require_http_methods(["GET", "POST"])
def take_over_desk(request, pk):
    """The next one has read it."""
    one = _shift(pk)
    form = NoteForm(request.POST or None, label=_("接到了什么"), hint=_("写一句：接到几件，先办哪件"))
    return asked(request, form, lambda form: actions.take_over_desk(shift=one, answer=form.cleaned_data["words"], **told(request)),
                 _("接班了，您当班。"), _("接班"), reverse("directives:desk"), back=reverse("directives:shift", args=[pk]))
