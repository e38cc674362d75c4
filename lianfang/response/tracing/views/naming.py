"""Somebody is named as a contact; a list of who else was at a place is taken in."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import NameForm, PresentForm
from ..models import Index, Stay


@may("investigate")
def name_contact(request, pk):
    """Who the case or his family named; the next one follows at once."""
    one = get_object_or_404(Index.objects.select_related("person", "unit"), pk=pk)
    form = NameForm(request.POST or None, reach=request.reach, initial={"from_on": one.from_on, "until_on": one.anchor_on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_contact(index=one, named=form.named(), by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("记下了，他在待定的名单里。"))
            return redirect("tracing:name_contact", pk) if "more" in request.POST else redirect(
                reverse("tracing:index", args=[pk]) + "#proposals")
    return render(request, "tracing/name.html", {"index": one, "form": form}, status=422 if form.errors else 200)


@may("investigate")
def add_present(request, pk, stay):
    """Who else was where the case was."""
    one = get_object_or_404(Index.objects.select_related("person", "unit"), pk=pk)
    there = get_object_or_404(Stay.objects.select_related("spot__unit"), pk=stay, person=one.person_id)
    form = PresentForm(request.POST or None, reach=request.reach)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_present(index=one, stay=there, present=form.cleaned_data["text"], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("记下了 {n} 人，规则提名的在待定里。").format(n=len(made)))
            return redirect(reverse("tracing:index", args=[pk]) + "#proposals")
    return render(request, "tracing/present.html", {"index": one, "stay": there, "form": form}, status=422 if form.errors else 200)
