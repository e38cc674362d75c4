"""What somebody is to look at, and what he says it was."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground import decisions
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.queries import Places

from .. import actions
from ..clocks import answers
from ..forms import AnswerForm
from ..queries import doors as asked


@may("record")
@require_http_methods(["GET", "POST"])
def alert(request, pk):
    """One of them: when, how often, and the answers of the list."""
    one = asked.alert_named(pk)
    if one is None:
        raise Http404(pk)
    at, is_open = now(), one.closed_at is None
    form = AnswerForm(request.POST or None, answers=answers(one.kind, at)) if is_open else None
    if request.method == "POST" and form and form.is_valid():
        try:
            actions.answer_alert(alert=one, answer=form.cleaned_data["answer"], by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已记下，报给乡镇了。") if one.closed_at is None else _("已记下。"))
            return redirect("home:home")
    page = {"one": one, "place": Places([one.unit]).of(one.unit), "form": form, "state": str(FLOWS["door_alert"].states[one.state]),
            "answer": decisions.shipped("door_answers").labels.of("answer", one.answer) if one.answer else "",
            "turn": Turn.objects.open().filter(record=one.pk).first(), "at": at}
    return render(request, "sensors/alert.html", page, status=422 if form and form.errors else 200)
