"""Somebody is named as a contact."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import NameForm
from ..models import Index


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
