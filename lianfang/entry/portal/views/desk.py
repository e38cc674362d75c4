"""The desk at the village office: the paper form with somebody's code, and what he wrote or said typed in for him, with a receipt."""
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.sheets.uploads import takes_photo
from lianfang.ground.ui.actions import office_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.models import Person

from .. import actions, paper, queries
from ..forms import DeskAppeal, DeskClaim, DeskCode


def _person(pk):
    return get_object_or_404(Person.objects.select_related("unit"), pk=pk)


@may("record")
def find(request):
    """By the code on a notice or a form, to somebody within one's own units; to no other."""
    form = DeskCode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if person := queries.person_of_code(form.cleaned_data["code"]):
            return redirect("desk:person", person)
        form.add_error("code", _("没有这个编码，或者这个人不归您管。请对照告知书再输一遍。"))
    return render(request, "portal/desk.html", {"form": form}, status=422 if form.errors else 200)


@may("record")
def person(request, pk):
    """What can be typed in for him, and what he has handed in so far."""
    return render(request, "portal/desk_person.html", queries.desk_page(_person(pk), now()) | {"may_print": "print" in request.rights})


@takes_photo
@may("record")
def correct(request, pk):
    """A correction he wrote or said."""
    return _typed(request, _person(pk), DeskClaim, _("代填更正"), actions.claim)


@takes_photo
@may("record")
def appeal(request, pk):
    """An appeal he wrote or said."""
    found = _person(pk)
    if queries.standing_now(found, now()) is None:
        raise Http404
    return _typed(request, found, DeskAppeal, _("代填申诉"), actions.appeal)


def _typed(request, found, form_class, title, act):
    form = form_class(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(person=found, by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("desk:person", found.pk)
    context = {"person": found, "form": form, "title": title}
    return render(request, "portal/desk_form.html", context, status=422 if form.errors else 200)


@may("print")
@require_POST
def form(request, pk, kind):
    """The paper form with his name and code; told to the journal, since a full name stands on it."""
    found = _person(pk)
    check_form(kind)
    filled = paper.form_of(found, now())
    told = actions.print_form(person=found, by=request.user, at=now())
    return handed_out(filled, kind, "form", foot(told, office_of(request, "print")))


@may("record")
@require_POST
def receipt(request, pk, record):
    """The slip for what he handed in: number and clock."""
    found = _person(pk)
    filled = paper.receipt_of(found, record, now())
    if filled is None:
        raise Http404
    told = actions.print_receipt(person=found, by=request.user, at=now())
    return handed_out(filled, "pdf", "receipt", foot(told, office_of(request, "record")))
