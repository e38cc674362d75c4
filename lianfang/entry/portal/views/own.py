"""The door, the person's own page, his release notice, and the way out."""
from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from lianfang.entry.admission.throttle import failed
from lianfang.ground.accounts.access import anybody
from lianfang.ground.accounts.proofs import tries
from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.days import now
from lianfang.ground.journal.numbers import foot
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as isolation_queries

from .. import actions, queries, throttle, visits
from ..forms import Door


@anybody
@sensitive_post_parameters()
def enter(request, code=""):
    """The door: a wrong code and a wrong birthday get the same answer, and after a few of them a longer and longer wait."""
    form = Door(request.POST or None, initial={"code": code})
    if request.method != "POST" or not form.is_valid():
        return _door(request, form, 422 if form.errors else 200)
    with transaction.atomic():
        return _knock(request, form, form.cleaned_data["code"], now())


def _knock(request, form, typed, at):
    keys = throttle.keys(request, typed)
    tries.one_at_a_time(keys)
    if tries.shut_until(keys, at):
        return render(request, "portal/wait.html", {"help_phone": settings.HELP_PHONE}, status=429)
    person = actions.enter(code=typed, birthday=form.cleaned_data["birthday"], at=at)
    if person is None:
        failed(keys, at)
        form.add_error(None, _("编码和生日对不上。请照告知书再填一遍；还是不行，打求助电话，或者到村（社区）办。"))
        return _door(request, form, 422)
    tries.forgive([throttle.code_key(typed)])
    return visits.begin(redirect("portal:own"), person, at)


def _door(request, form, status):
    context = {"form": form, "is_over": "over" in request.GET, "help_phone": settings.HELP_PHONE}
    return render(request, "portal/door.html", context, status=status)


@visits.himself
@require_safe
def own(request):
    """His own page; his whole name only when he asks for it, for others may be looking over his shoulder."""
    page = queries.own_page(request.person, request.at)
    return render(request, "portal/own.html", page | {"is_named": request.GET.get("name") == "whole"})


@visits.himself
@require_POST
def print_release(request, serial):
    """He takes his release notice: written down, and then it is there under its number."""
    told = isolation.print_notice(order=_released(request, serial), paper="release", by=named(PORTAL), at=request.at)
    return redirect("portal:release", serial, told.pk)


@visits.himself
@require_safe
def release(request, serial, told):
    """His release notice as PDF, as often as he opens what he took in this visit; no other order's is there."""
    order = _released(request, serial)
    if (line := isolation_queries.taken(order, told, since=request.visit_began)) is None:
        raise Http404
    paper = isolation_queries.release_paper(order, foot(line, _("本人")))
    answer = HttpResponse(paper, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="release-{serial}.pdf"'
    return answer


def _released(request, serial):
    order = next((one for one in queries.orders_of(request.person, request.at) if f"{one.year}-{one.serial}" == serial), None)
    if order is None or "release" not in isolation_queries.papers_of(order):
        raise Http404
    return order


@anybody
@require_POST
def leave(request):
    """The way out: the next one to take this phone finds the door."""
    return visits.end(request, redirect("portal:enter"))
