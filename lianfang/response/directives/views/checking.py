"""What whoever gave a task does with it: look and close, send back, give more time, let it go, take it back."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.ui.forms import pressed

from .. import actions
from ..forms import DeferForm, WhyForm
from .shared import asked, task_of, told


@may("direct")
@require_POST
def close_task(request, pk):
    """Another has looked: it is so."""
    one = task_of(request, pk)
    return pressed(request, lambda: actions.close_task(task=one, **told(request)), _("办结了。"), "directives:task", pk)


def _why(request, pk, act, done, title):
    one, to = task_of(request, pk), reverse("directives:task", args=[pk])
    return asked(request, WhyForm(request.POST or None), lambda form: act(task=one, **form.cleaned_data, **told(request)), done, title, to,
                 lead=one.words)


@may("direct")
@require_http_methods(["GET", "POST"])
def send_back(request, pk):
    """What is still amiss."""
    return _why(request, pk, actions.send_back, _("退回了，重办的时限见待办。"), _("没办好，退回"))


@may("direct")
@require_http_methods(["GET", "POST"])
def excuse(request, pk):
    """It need not be done."""
    return _why(request, pk, actions.excuse, _("记下了，不再办。"), _("说明理由，不再办"))


@may("direct")
@require_http_methods(["GET", "POST"])
def withdraw_task(request, pk):
    """Taken back."""
    return _why(request, pk, actions.withdraw_task, _("撤回了。"), _("撤回"))


@may("direct")
@require_http_methods(["GET", "POST"])
def defer(request, pk):
    """Another time."""
    one, to = task_of(request, pk), reverse("directives:task", args=[pk])
    form = DeferForm(request.POST or None, initial={"due_at": one.due_at})
    return asked(request, form, lambda form: actions.defer(task=one, **form.cleaned_data, **told(request)), _("时限改了。"), _("改时限"),
                 to,
                 lead=one.words)
