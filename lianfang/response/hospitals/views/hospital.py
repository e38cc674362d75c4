"""A hospital's own page: what is owed this week, today's reminder, problems, task forces; and the register's steps."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import now, today
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn

from .. import actions, queries
from ..forms import HospitalForm
from ..models import Hospital, Reminder


@may("ward", sees="ward")
@require_GET
def mine(request):
    """The reader's only hospital, or those to choose from."""
    found = queries.mine(request.reach, today())
    if len(found) == 1:
        return redirect("hospitals:hospital", found[0].pk)
    return render(request, "hospitals/mine.html", {"hospitals": found, "may_add": "investigate" in request.rights})


@may("ward", sees="ward")
@require_GET
def hospital(request, pk):
    """Everything of one hospital on one page."""
    one, at = get_object_or_404(Hospital.objects.select_related("unit"), pk=pk), now()
    found = queries.here(one, at)
    records = [*(week.pk for week in found.owed), *(problem.pk for problem in found.problems)]
    due = dict(Turn.objects.open().filter(record__in=records).values_list("record", "due"))
    page = {
        "one": one, "here": found, "at": at, "forces": queries.forces_of(one, today()), "may_change": "investigate" in request.rights,
        "owed": [(week, str(FLOWS["infection_week"].states[week.state]), due.get(week.pk)) for week in found.owed],
        "problems": [(problem, str(FLOWS["infection_problem"].states[problem.state]), due.get(problem.pk)) for problem in found.problems],
        "weeks": [(week, str(FLOWS["infection_week"].states[week.state])) for week in found.weeks],
        "reminder": queries.reminder_words(found.reminder) if found.reminder else "",
    }
    return render(request, "hospitals/hospital.html", page)


@may("ward", sees="ward")
@require_http_methods(["GET", "POST"])
def pass_on(request, pk):
    """The reminder of a day: read, passed on, confirmed by one press."""
    one = get_object_or_404(Reminder.objects.select_related("hospital"), pk=pk)
    if request.method == "POST":
        try:
            actions.pass_on(reminder=one, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("已记下：今天提醒到科室了。"))
        return redirect("hospitals:hospital", one.hospital_id)
    page = {"one": one, "words": queries.reminder_words(one), "is_open": one.state == "told" and one.on == today()}
    return render(request, "hospitals/reminder.html", page)


def _villages(request):
    return within(Unit.objects.in_force(today()).filter(level="village"), request.reach, "path").order_by("path")


def _saved(request, form, title, act, back=None):
    """The form again, until the action takes it; then the hospital's page."""
    if request.method == "POST" and form.is_valid():
        try:
            one = act(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已保存。"))
            return redirect("hospitals:hospital", one.pk)
    return render(request, "hospitals/form.html", {"form": form, "title": title, "back": back}, status=422 if form.errors else 200)


@may("investigate", sees="ward")
@require_http_methods(["GET", "POST"])
def put_up_hospital(request):
    """A hospital comes onto the register."""
    form = HospitalForm(request.POST or None, villages=_villages(request))
    return _saved(request, form, _("登记医院"), lambda said: actions.put_up_hospital(by=request.user, at=now(), **said))


@may("investigate", sees="ward")
@require_http_methods(["GET", "POST"])
def change_hospital(request, pk):
    """Another grade, phone, number of beds."""
    one = get_object_or_404(Hospital, pk=pk, until_on=None)
    form = HospitalForm(request.POST or None, villages=None, initial={name: getattr(one, name) for name in HospitalForm.base_fields
                                                                    if name != "village"})
    return _saved(request, form, _("修改医院"), lambda said: actions.change_hospital(hospital=one, by=request.user, at=now(), **said), one)


@may("investigate", sees="ward")
@require_POST
def take_down_hospital(request, pk):
    """It reports no more."""
    one = Hospital.objects.filter(pk=pk, until_on=None).first()
    if one is None:
        raise Http404(pk)
    try:
        actions.take_down_hospital(hospital=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("hospitals:hospital", pk)
    messages.success(request, _("已撤销：{title}").format(title=one.title))
    return redirect("hospitals:hospitals")
