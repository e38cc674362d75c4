"""One appeal: what is said, by which row and facts it was decided, who may not answer; and the ways to answer it."""
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.outbox.pictures import type_of
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import read_for
from lianfang.registers.people.reading import reading, take_reason

from .. import actions, forms, queries
from ..actions.answer import post_of
from ..models import CHANNELS, Appeal

LOOK = "redress.look"
RELATED = ("person", "unit", "verdict", "answered_unit")


def _found(pk):
    return get_object_or_404(Appeal.objects.select_related(*RELATED), pk=pk)


def _case(request, appeal):
    """What whoever answers has to know, and why he may not, if so."""
    at, verdict = now(), appeal.verdict
    try:
        barred = post_of(appeal, request.user, at) and ""
    except Refused as refused:
        barred = str(refused)
    words = {"is_read": False} if barred else reading(request, appeal, LOOK)
    if words["is_read"]:
        words |= {"words": appeal.words.open(), "answer": appeal.answer.open()}
    return words | {"appeal": appeal, "at": at, "state": str(FLOWS["appeal"].states[appeal.state]),
            "measure": queries.measure_word(appeal.measure), "channel": CHANNELS[appeal.channel],
            "barred": barred, "may_answer": not barred and appeal.state in ("open", "open_above"),
            "steps": queries.steps_of("appeal", appeal), "facts": queries.facts_in_words(verdict)}


@may("redress")
def appeal(request, pk):
    """The case."""
    return render(request, "redress/appeal.html", _case(request, _found(pk)))


def _step(request, pk, title, verb, make, act, text=""):
    """One way to answer: its form, its action, and what it refuses."""
    one = _found(pk)
    form = make(one, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(one, form)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已答复，本人在自己的网页上马上看得到。"))
            return redirect("redress:appeal", pk)
    page = {"title": title, "verb": verb, "text": text, "form": form, "back": reverse("redress:appeal", args=[pk])}
    return render(request, "redress/step.html", _case(request, _found(pk)) | page, status=422 if form.errors else 200)


@may("redress")
def uphold(request, pk):
    """The measure stands."""
    return _step(request, pk, _("维持"), _("维持"), lambda _one, sent: forms.UpholdForm(sent),
                 lambda one, form: actions.uphold(appeal=one, by=request.user, at=now(), **form.cleaned_data))


@may("redress")
def change(request, pk):
    """Released since its conditions hold, or found wrong though it is over: whichever fits, as the order stands."""
    way = request.POST.get("way", "")
    return _step(request, pk, _("解除，或认定当时不该管"), _("这样答复"), lambda _one, sent: forms.ChangeForm(sent),
                 lambda one, form: actions.change(appeal=one, way=way, by=request.user, at=now(), **form.cleaned_data),
                 _("条件都满足了还没有解除的，在这里解除；管控已经结束的，在这里认定当时不该管。"))


@may("redress")
def facts(request, pk):
    """By corrected facts the table decides again."""
    def act(one, form):
        actions.change(appeal=one, way="row", facts=form.facts(), reason=form.cleaned_data["reason"], by=request.user, at=now())

    return _step(request, pk, _("更正事实，按表重新判定"), _("按表判定"), lambda one, sent: forms.FactsForm(sent, verdict=one.verdict), act,
                 _("把弄错的那一项改对。判定由措施表作出，这里只填事实；申诉不会加重。"))


@may("redress")
def agree_exception(request, pk):
    """An exception is asked for."""
    def act(one, form):
        actions.agree_exception(appeal=one, by=request.user, at=now(), **form.cleaned_data)

    return _step(request, pk, _("按例外办理"), _("同意，提请例外"), lambda one, sent: forms.ExceptionForm(sent, now=one.measure), act,
                 _("例外要两个单位的两个人同意，有期限；另一个单位批准以后，申诉才算办完。"))


@may("redress")
@require_POST
def read(request, pk):
    """What he wrote, for who may answer: the reason is asked and written down."""
    take_reason(request, _answerable(request, pk), LOOK, "appeal")
    return redirect("redress:appeal", pk)


@may("redress")
@require_POST
def photo(request, pk):
    """The photo that came with it, for who may answer and has said why he reads it; who looks is written down."""
    return shown(request, _answerable(request, pk), "appeal")


def _answerable(request, pk):
    one = _found(pk)
    try:
        post_of(one, request.user, now())
    except Refused as refused:
        raise PermissionDenied(str(refused)) from None
    return one


def shown(request, record, flow):
    """A photo as it came, with nothing around it that could run; to the record's page where no reason was given yet."""
    if not (reason := read_for(record.pk, LOOK, request.user, now())):
        return redirect(f"redress:{flow}", record.pk)
    content = actions.look_at_photo(record=record, flow=flow, reason=reason, by=request.user, at=now())
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=type_of(content))
