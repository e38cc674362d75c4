"""A trajectory: drafted, mended, reviewed by another, then on screen, as Word and as text to copy."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import handed_out
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.cases.queries import case_named

from .. import actions, queries
from ..forms import TrajectoryForm
from ..papers.trajectory import trajectory_paper, trajectory_text


def _named(pk):
    found = queries.trajectory_of(pk)
    case = case_named(found.record) if found else None
    if case is None:
        raise Http404(pk)
    return found, case


@may("investigate")
@require_POST
def draft(request, case):
    """Begin one."""
    found = case_named(case)
    if found is None:
        raise Http404(case)
    try:
        made = actions.draft_trajectory(case=found, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        waiting = [one for one in queries.trajectories_of(case) if one.state == "drafted"]
        return redirect("incident:trajectory", waiting[0].pk) if waiting else redirect("incident:file", case)
    return redirect("incident:trajectory", made.pk)


@may("investigate")
@require_http_methods(["GET", "POST"])
def trajectory(request, pk):
    """The draft with its words to mend, or what went out."""
    found, case = _named(pk)
    form = TrajectoryForm(request.POST or None, initial={"whom": found.whom, "lines": "\n".join(found.lines)})
    if request.method == "POST" and form.is_valid():
        try:
            actions.mend_trajectory(trajectory=found, case=case, by=request.user, at=now(), **form.words())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已存，待另一个人审核。"))
            return redirect("incident:trajectory", pk)
    return _page(request, found, case, form)


@may("sign")
@require_GET
def review(request, pk):
    """The draft for whoever signs: words only."""
    found, case = _named(pk)
    return _page(request, found, case, None)


def _page(request, found, case, form):
    tales = queries.told_tales(case, [found.whom, *found.lines], now()) if found.state == "drafted" else []
    page = {"one": found, "form": form if found.state == "drafted" else None, "tales": tales, "text": trajectory_text(found),
            "state": str(FLOWS["trajectory"].states[found.state]), "turn": Turn.objects.open().filter(record=found.pk).first(),
            "is_mine": found.drafted_by_id == request.user.pk, "may_sign": "sign" in request.rights,
            "may_open": "investigate" in request.rights}
    return render(request, "incident/trajectory.html", page, status=422 if form is not None and form.errors else 200)


@may("sign")
@require_POST
def publish(request, pk):
    """Signed: it is out."""
    found, case = _named(pk)
    try:
        actions.publish_trajectory(trajectory=found, case=case, seen=request.POST.get("seen", ""), by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已公布。下面的文字可以直接复制。"))
    return redirect("incident:review", pk)


@may("investigate")
@require_POST
def drop(request, pk):
    """It does not go out."""
    found, case = _named(pk)
    try:
        actions.drop_trajectory(trajectory=found, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("incident:file", case.pk)


@may("sign")
@require_GET
def paper(request, pk):
    """What went out, as a Word document; a draft has none."""
    found, case = _named(pk)
    if found.state != "published":
        raise Http404(pk)
    issuer = above(case.unit, "county").name
    return handed_out(trajectory_paper(found, issuer, is_drill()), "docx", f"trajectory-{found.edition}", issuer)
