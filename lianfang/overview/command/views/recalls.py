"""A recall: whom it calls, the muster list by unit; and the page of one who is called, with one button."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.accounts.scope import everything, reach_of
from lianfang.ground.days import SHANGHAI, day_of, now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts
from lianfang.ground.ui.actions import hand_out, office_of
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.workflow import FLOWS

from .. import actions, queries
from ..forms import ComingForm, RecallForm, WhyForm
from ..models import Called, Recall
from ..muster import is_missing, muster_of
from ..muster import recalls as recalls_of
from ..papers.muster import muster_paper
from .asked import changes, county_of

TONES = {"called": "warn", "coming": "blue", "asking": "warn", "present": "good"}
ANSWERING = ("called", "coming", "asking")


def state_of(one, at):
    """Where somebody stands, in a frame; who is missing stands out."""
    if is_missing(one, at):
        return parts.tag(_("没到岗"), "bad", "alert")
    return parts.tag(str(FLOWS["called_back"].states[one.state]), TONES.get(one.state, ""))


@may("look")
@require_GET
def recalls(request):
    """Those of the county that call somebody of the reader's, the newest first."""
    county = county_of(request)
    return render(request, "command/recalls.html", {"recalls": recalls_of(county, request.reach), "may_call": changes(request, county)})


@may("sign")
@require_http_methods(["GET", "POST"])
def recall_members(request):
    """Whom, by when."""
    county, made = county_of(request), []
    if not changes(request, county):
        return redirect("command:recalls")
    with everything():
        standing = queries.standing(county)
        groups = queries.groups(standing, day_of(now())) if standing else []
        form = RecallForm(request.POST or None, unit=county, groups=groups)

    def act(filled):
        made.append(actions.recall_members(unit=county, by=request.user, at=now(), **filled.told()))

    return step(request, "command/recall_form.html", form, act, _("通知已到每个人的待办，等答复。"),
                lambda: reverse("command:recall", args=[made[0].pk]), heading=_("召回返岗"), button=_("发出通知"),
                back=reverse("command:recalls"))


def _recall(request, pk) -> Recall:
    found = Recall._base_manager.select_related("unit", "by").filter(pk=pk).first()
    if found is None or not (changes(request, found.unit) or Called.objects.filter(recall=pk).exists()):
        raise Http404(pk)
    return found


@may("look")
@require_GET
def recall(request, pk):
    """The muster list, unit by unit."""
    one, at = _recall(request, pk), now()
    whole, units = muster_of(one, request.reach, at)
    rows = [(unit, [(each, state_of(each, at), each.state in ANSWERING and _ticks(request, each)) for each in unit.people])
            for unit in units]
    page = {"one": one, "whole": whole, "rows": rows, "at": at, "may_end": changes(request, one.unit) and one.ended_at is None,
            "may_print": "print" in request.rights}
    return render(request, "command/recall.html", page)


@may("sign")
@require_POST
def end_recall(request, pk):
    """Over."""
    one = _recall(request, pk)
    return pressed(request, lambda: actions.end_recall(recall=one, by=request.user, at=now()), _("召回已结束。"), "command:recall", pk)


@may("print")
@require_POST
def muster(request, pk, form):
    """The muster list on paper."""
    check_form(form)
    one, at = _recall(request, pk), now()
    paper = muster_paper(one, request.reach, is_drill=is_drill(), at=at)
    told = hand_out(kind="recall", record=one.pk, unit=one.unit_id, form=form, by=request.user, at=at)
    return handed_out(paper, form, f"muster-{day_of(one.at)}", foot(told, office_of(request, "print")))


def _ticks(request, one) -> bool:
    """Whether the reader says of somebody that he is there: of his own people, and never of himself."""
    return one.account_id != request.user.pk and reach_of(request.assignments, "urge").covers(one.unit.path)


def _called(request, pk) -> Called:
    """Oneself, or somebody of one's own people."""
    found = Called._base_manager.select_related("recall__unit", "unit", "account", "seen_by").filter(pk=pk).first()
    if found is None or not (found.account_id == request.user.pk or reach_of(request.assignments, "urge").covers(found.unit.path)):
        raise Http404(pk)
    return found


@may("work", sees="work")
@require_GET
def called(request, pk):
    """One who is called: he reads it and answers; his desk decides and ticks."""
    one, at = _called(request, pk), now()
    coming = ComingForm(initial={"back_at": (one.back_at or one.recall.return_by).astimezone(SHANGHAI)})
    page = {"one": one, "at": at, "state": state_of(one, at), "may_tick": _ticks(request, one), "note": one.note.open(), "coming": coming,
            "may_answer": one.account_id == request.user.pk and one.state in ("called", "asking")}
    return render(request, "command/called.html", page)


@may("work", sees="work")
@require_http_methods(["GET", "POST"])
def acknowledge(request, pk):
    """He comes."""
    one = _called(request, pk)
    form = ComingForm(request.POST or None, initial={"back_at": one.recall.return_by.astimezone(SHANGHAI)})
    return step(request, "command/recall_form.html", form, lambda filled: actions.acknowledge(
        called=one, by=request.user, at=now(), **filled.cleaned_data), _("已答复。"), reverse("command:called", args=[pk]),
        heading=_("收到，按时回"), button=_("收到，按时回"), back=reverse("command:called", args=[pk]))


@may("work", sees="work")
@require_http_methods(["GET", "POST"])
def ask_excuse(request, pk):
    """He cannot."""
    one = _called(request, pk)
    return step(request, "command/recall_form.html", WhyForm(request.POST or None), lambda filled: actions.ask_excuse(
        called=one, by=request.user, at=now(), **filled.cleaned_data), _("已说明，等上级定。"), reverse("command:called", args=[pk]),
        heading=_("回不来"), button=_("说明原因"), back=reverse("command:called", args=[pk]))


def _ticked(request, pk, act, said):
    one = _called(request, pk)
    return pressed(request, lambda: act(called=one, by=request.user, at=now()), said, "command:recall", one.recall_id)


@may("urge")
@require_POST
def excuse_member(request, pk):
    """He need not."""
    return _ticked(request, pk, actions.excuse_member, _("已准。"))


@may("urge")
@require_POST
def insist(request, pk):
    """He is to come."""
    return _ticked(request, pk, actions.insist, _("已告知本人还是要回。"))


@may("urge")
@require_POST
def mark_present(request, pk):
    """He is there."""
    return _ticked(request, pk, actions.mark_present, _("已点到。"))
