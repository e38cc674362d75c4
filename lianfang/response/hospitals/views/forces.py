"""Who is in a task force: joins, changes, leaves."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions
from ..forms import MemberForm
from ..models import Hospital, Member


def _form(request, hospital, form, title, act):
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已保存。"))
            return redirect("hospitals:hospital", hospital.pk)
    return render(request, "hospitals/form.html", {"form": form, "title": title, "back": hospital}, status=422 if form.errors else 200)


@may("ward", sees="ward")
@require_http_methods(["GET", "POST"])
def add_member(request, pk):
    """Somebody joins."""
    hospital = get_object_or_404(Hospital, pk=pk, until_on=None)
    form = MemberForm(request.POST or None, initial={"force": request.GET.get("force", "control")})
    return _form(request, hospital, form, _("专班添人"),
                 lambda said: actions.add_member(hospital=hospital, by=request.user, at=now(), **said))


@may("ward", sees="ward")
@require_http_methods(["GET", "POST"])
def change_member(request, pk):
    """Another duty, phone, other days."""
    member = get_object_or_404(Member.objects.select_related("hospital"), pk=pk, until_on=None)
    initial = {name: getattr(member, name) for name in MemberForm.base_fields} | {"phone": member.phone.open()}
    return _form(request, member.hospital, MemberForm(request.POST or None, initial=initial), _("改专班人员"),
                 lambda said: actions.change_member(member=member, by=request.user, at=now(), **said))


@may("ward", sees="ward")
@require_POST
def end_member(request, pk):
    """He leaves."""
    member = get_object_or_404(Member.objects.select_related("hospital"), pk=pk, until_on=None)
    actions.end_member(member=member, by=request.user, at=now())
    messages.success(request, _("已退出专班。"))
    return redirect("hospitals:hospital", member.hospital_id)
