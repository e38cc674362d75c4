"""Days are told: typed, the next one like one already told, and what was mistyped taken out."""
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions, diary
from ..forms import DiaryForm
from ..models import Stay
from ..queries.days import next_untold, told_like


def blank(request, person, days, otherwise, after=None) -> DiaryForm:
    """The form for the first day nothing is told of, or the one asked for; filled in like another day where one is asked for."""
    asked = _day(request.GET.get("on"))
    on = asked or next_untold(days, after) or otherwise
    like = _day(request.GET.get("like"))
    return DiaryForm(initial={"on": on, "text": diary.written(told_like(person, like)) if like else ""})


def _day(text) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def told(request, form, person) -> bool:
    """Keep a diary; False where it could not be read, and why stands in the form."""
    if not form.is_valid():
        return False
    try:
        lines = diary.read(form.cleaned_data["text"], form.cleaned_data["on"])
        made = actions.add_stays(person=person, told=lines, by=request.user, at=now())
    except Refused as refused:
        for line in str(refused).splitlines():
            form.add_error("text", line)
        return False
    messages.success(request, _("记下了 {n} 处。").format(n=len(made)))
    return True


@may("investigate")
@require_POST
def drop_stay(request, pk):
    """What was mistyped is taken out; back to the index or the contact one came from."""
    stay = get_object_or_404(Stay.objects.select_related("person__unit"), pk=pk)
    actions.drop_stay(stay=stay, by=request.user, at=now())
    messages.success(request, _("删掉了这一处，可以重写。"))
    page = "contact" if request.POST.get("page") == "contact" else "index"
    try:
        return redirect(reverse(f"tracing:{page}", args=[UUID(request.POST.get("of", ""))]) + "#days")
    except ValueError:
        return redirect("tracing:indexes")
