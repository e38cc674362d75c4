"""A sealed file from a phone that found no signal, handed in at a desk."""
from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...accounts.access import may
from ...days import now
from ...ui.forms import PlainForm
from ...workflow import Refused
from .. import actions


class StickForm(PlainForm):
    """The file."""

    file = forms.FileField(label=gettext_lazy("手机存出来的密封文件"), help_text=gettext_lazy("lianfang-outbox.json；存在 U 盘上带来"))


@may("work")
def stick(request):
    """Whoever brings it sees only how many; what it holds waits for the supervisor."""
    form = StickForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = actions.take_file(content=form.cleaned_data["file"].read(), by=request.user, assignments=request.assignments, at=now())
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            _say(request, found)
            return redirect("outbox:stick")
    return render(request, "outbox/stick.html", {"form": form}, status=422 if form.errors else 200)


def _say(request, found):
    there = sum(found[state] for state in found if state not in ("held", "refused", "photos", "spoilt"))
    messages.success(request, _("收下 {held} 条，等督查核对；早就有的 {there} 条；照片 {photos} 张。").format(
        held=found["held"], there=there, photos=found["photos"]))
    if found["refused"] or found["spoilt"]:
        messages.warning(request, _("打不开的：记录 {n} 条、照片 {photos} 张。记录原样留着，请找信息部门；手机上的先不要删。").format(
            n=found["refused"], photos=found["spoilt"]))
