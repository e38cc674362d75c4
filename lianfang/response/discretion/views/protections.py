"""Protected addresses: asked for, agreed to by another, renewed, ended; and the address itself, for those who were named."""
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.models import Person

from .. import actions, queries
from ..clocks import reason_word
from ..forms import AddressForm, EndForm, ProtectForm


@may("protect")
def protections(request):
    """All of them, those that are over as well; never where somebody lives."""
    def state(one):
        return str(FLOWS["protection"].states[one.state])

    def why(one):
        return reason_word(one.reason)

    def who(one):
        return parts.name(mask_name(one.person.name), reverse("discretion:protection", args=[one.pk]))

    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", sort="", cell=who, text=lambda one: mask_name(one.person.name)),
        tables.Column("reason", gettext_lazy("理由"), cell=why, text=why),
        tables.Column("minder.name", gettext_lazy("包保人")),
        tables.Column("until_on", gettext_lazy("到哪天"), "day"),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    title, none = _("住址保护"), _("没有受保护的住址")
    table = tables.table(request, queries.protections(), columns, (), "-asked_at", title=title, empty_title=none)
    return tables.page(request, "discretion/list.html", table, heading=title,
                       note=_("住址只有指定的人看得到；从人员页面提出，另一人批准。"))


@may("protect")
def protect(request, person):
    """Ask: hidden at once."""
    found, at = get_object_or_404(Person.objects.select_related("unit"), pk=person), now()
    form = ProtectForm(request.POST or None, on=day_of(at))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.protect(person=found, reason=given["reason"], minder=given["minder"], known_to=given["others"],
                                   by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("住址已经隐去，等另一位批准。"))
            return redirect("discretion:protection", made.pk)
    return render(request, "discretion/protect.html", {"person": found, "form": form}, status=422 if form.errors else 200)


@may("look")
def protection(request, pk):
    """Why, until when, who was named; for those who protect, and those who were named."""
    return _page(request, _found(request, pk))


@may("look")
@require_POST
def address(request, pk):
    """Door and address, for those who were named; for a reason that is written down."""
    one, at = _found(request, pk), now()
    form, opened = AddressForm(request.POST, on=day_of(at)), None
    if form.is_valid():
        try:
            opened = actions.open_address(protection=one, reason=form.cleaned_data["reason"], by=request.user, at=at)
        except Refused as refused:
            raise PermissionDenied from refused
    return _page(request, one, form, opened)


@may("protect")
@require_POST
def agree(request, pk):
    """The second person says yes."""
    return _step(request, pk, actions.agree_protection, _("已批准。"))


@may("protect")
@require_POST
def refuse(request, pk):
    """The second person says no."""
    return _step(request, pk, actions.refuse_protection, _("没有批准，住址已恢复。"))


@may("protect")
@require_POST
def renew(request, pk):
    """So many days more."""
    return _step(request, pk, actions.renew_protection, _("已延长。"))


@may("protect")
@require_POST
def end(request, pk):
    """Over; put back, or not."""
    form, one = EndForm(request.POST), _found(request, pk)
    if not form.is_valid():
        messages.error(request, _("请选住址怎么办。"))
        return redirect("discretion:protection", one.pk)
    return _step(request, pk, actions.end_protection, _("已结束。"), **form.cleaned_data)


def _found(request, pk):
    one = queries.protection_of(pk, request.user)
    if one is None:
        raise Http404(pk)
    if "protect" not in request.rights and not queries.is_known_to(one, request.user):
        raise PermissionDenied("protect")
    return one


def _page(request, one, form=None, opened=None):
    holds = "protect" in request.rights
    context = {
        "protection": one, "person": one.person, "reason": reason_word(one.reason), "state": FLOWS["protection"].states[one.state],
        "named": one.known_to.order_by("name"), "opened": opened, "is_named": queries.is_known_to(one, request.user) and not one.ended_at,
        "form": form or AddressForm(on=day_of(now())), "end_form": EndForm(),
        "may_agree": holds and one.state == "asked" and one.asked_by_id != request.user.pk,
        "may_look": request.reach.covers(one.person.unit.path), "may_end": holds and one.state in ("standing", "over"),
    }
    return render(request, "discretion/protection.html", context, status=422 if form and form.errors else 200)


def _step(request, pk, action, said, **more):
    one = _found(request, pk)
    try:
        action(protection=one, by=request.user, at=now(), **more)
        messages.success(request, said)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("discretion:protection", pk)
