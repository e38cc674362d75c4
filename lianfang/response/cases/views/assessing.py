"""Holding a case against its definition: what is asked by the edition of the day, and which criteria are met, in plain words."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now, today
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import disease_word

from .. import actions, queries
from ..forms import FoundForm
from ..models import CLASSES


@may("investigate")
@require_http_methods(["GET", "POST"])
def assess(request, pk):
    """What was found; the answer stands on the case's page."""
    one = queries.case_named(pk)
    if one is None:
        raise Http404(pk)
    form = FoundForm(request.POST or None, items=queries.items(one.disease, today()))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        found = queries.Found(tuple(said.get("epi", ())), tuple(said.get("clinical", ())), said["symptoms"],
                              {name: said[name] for name in ("nucleic", "antigen", "sequenced", "antibody")}, said["negatives"])
        try:
            actions.assess(case=one, found=found, by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("cases:case", pk)
    page = {"one": one, "form": form, "disease": disease_word(one.disease, day_of(one.told_at))}
    return render(request, "cases/assess.html", page, status=422 if form.errors else 200)


def judged(case, is_read) -> dict:
    """For a case's page: the newest assessment, with its criteria for whoever has given a reason; whether the card says otherwise."""
    newest = case.assessments.select_related("by").order_by("-at", "-pk").first()
    if newest is None:
        return {}
    return {"judged": newest, "verdict": queries.result_word(newest.result, is_written=bool(newest.clause)),
            "differs": newest.result in CLASSES and newest.result != case.klass,
            "criteria": queries.criteria(case, newest.facts, day_of(newest.at)) if is_read and newest.facts else ()}
