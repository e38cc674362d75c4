"""Whom a letter names: one by one, by sheet; and what became of each."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.sheets import SheetError
from lianfang.ground.sheets.headings import mapping_of
from lianfang.ground.ui.forms import pressed, rows_came
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import FoundForm, NameForm, SheetForm
from ..models import Named
from ..reading.vocabulary import WORDS
from .shared import letter_in_scope, step


@may("investigate")
@require_http_methods(["GET", "POST"])
def name_people(request, pk):
    """One of them."""
    one = letter_in_scope(pk)
    to = reverse("transfers:incoming", args=[pk])

    def act(form):
        actions.name_people(incoming=one, people=[form.told()], by=request.user, at=now())

    again = reverse("transfers:name_people", args=[pk]) if "more" in request.POST else to
    return step(request, NameForm(request.POST or None, reach=request.reach), act,
                _("登记了。病例要填报告卡；接触者该怎么管，已按措施表判定。"), again, title=_("登记来函里的人"), more=True, home=to,
                text=_("没写的就空着，不要猜。"))


@may("investigate")
@require_http_methods(["GET", "POST"])
def import_people(request, pk):
    """A sheet of them; what was not taken is said row by row on the letter's page."""
    one = letter_in_scope(pk)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.import_people(incoming=one, content=said["file"].read(), name=said["file"].name, by=request.user, at=now(),
                                         mapping=mapping_of(said["mapping"], WORDS))
        except (SheetError, Refused) as wrong:
            form.add_error("file", str(wrong))
        else:
            rows_came(request, made)
            return redirect("transfers:incoming", pk)
    to = reverse("transfers:incoming", args=[pk])
    page = {"form": form, "title": _("导入来函名单"), "files": True, "back": to, "text": _("同一份名单再交一次，已有的不重复登记。")}
    return render(request, "transfers/step.html", page, status=422 if form.errors else 200)


@may("investigate")
@require_POST
def tell_found(request, pk):
    """What became of one."""
    one = Named.objects.select_related("incoming", "person").filter(pk=pk).first()
    if one is None:
        raise Http404(pk)
    form = FoundForm(request.POST)
    said = form.cleaned_data["found"] if form.is_valid() else ""
    return pressed(request, lambda: actions.tell_found(named=one, found=said, by=request.user, at=now()), _("记下了。"),
                   reverse("transfers:incoming", args=[one.incoming_id]) + "#people")
