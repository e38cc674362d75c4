"""Who infected a case: what lists and rings suppose is confirmed or ruled out, or another case is named."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import disease_word

from .. import actions, queries
from ..forms import SourceForm
from ..models import Link


@may("investigate")
@require_http_methods(["GET", "POST"])
def sources(request, pk):
    """What is known of a case's source, whom it infected, and a form that names another."""
    one = queries.case_named(pk)
    if one is None:
        raise Http404(pk)
    form = SourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            source = queries.case_numbered(said.pop("number"), one.disease)
            actions.name_source(case=one, source=source, by=request.user, at=now(), **said)
        except Refused as refused:
            form.add_error("number", str(refused))
        else:
            return _told(request, one.pk)
    links = [(link, link.source and actions.label(link.source), queries.days_before(link)) for link in queries.links_of(one)]
    infected = [(link, actions.label(link.case), queries.days_before(link)) for link in queries.infected_by(one)]
    page = {"one": one, "label": actions.label(one), "form": form, "links": links, "infected": infected,
            "disease": disease_word(one.disease, day_of(one.told_at))}
    return render(request, "cases/sources.html", page, status=422 if form.errors else 200)


def _told(request, pk):
    messages.success(request, _("已定。传播链上马上就变。"))
    return redirect("cases:sources", pk)


def _linked(pk):
    return get_object_or_404(Link.objects.select_related("case__unit", "source"), pk=pk)


@may("investigate")
@require_POST
def name_link(request, pk):
    """One of those supposed it was."""
    link = _linked(pk)
    try:
        actions.name_source(case=link.case, source=link.source, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("cases:sources", link.case_id)
    return _told(request, link.case_id)


@may("investigate")
@require_POST
def refuse_source(request, pk):
    """One of those supposed it was not."""
    link = _linked(pk)
    actions.refuse_source(link=link, by=request.user, at=now())
    return _told(request, link.case_id)


@may("investigate")
@require_POST
def name_none(request, pk):
    """It was looked for, and not found."""
    one = queries.case_named(pk)
    if one is None:
        raise Http404(pk)
    actions.name_source(case=one, source=None, by=request.user, at=now())
    return _told(request, pk)
