"""One who must be tested: why, when he was tested last, when next, and what can be done about it."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import Refused
from lianfang.registers.people.reading import reading, take_reason

from .. import actions, forms, queries
from ..models import OUTCOMES, Belonging, DueTest, Member
from ..words import fit_tag, moment_word, rule_word

READ = "testing.read_outcome"


@may("enlist")
@require_http_methods(["GET", "POST"])
def enrol(request):
    """Somebody comes into a group by hand."""
    form = forms.EnrolForm(request.POST or None, reach=request.reach, rights=request.rights)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            new, refused = actions.enrol_people(people=[form.who()], group=found["group"], unit_id=found["unit"], source=_("单个登记"),
                                                by=request.user, at=now())
        except Refused as no:
            form.add_error(None, str(no))
        else:
            if not refused:
                messages.success(request, _("已登记，到期会列入待检。") if new else _("这个人已经在这一类里了。"))
                return redirect("testing:members")
            form.add_error("id_number", refused[0][1])
    page = {"title": _("登记应检人员"), "back": reverse("testing:groups")}
    return render(request, "testing/form.html", {"form": form, **page}, status=422 if form.errors else 200)


@may("look")
@require_GET
def member(request, pk):
    """The member's page."""
    one = queries.member_named(pk)
    if one is None:
        raise Http404(pk)
    at = now()
    shown = {group.code: group for group in queries.shown_groups(day_of(at), request.rights, one.unit.path)}
    opened = reading(request, one, READ) if "investigate" in request.rights else {"is_read": False}
    tests = [(row, row.get_kind_display(), fit_tag(row.is_fit), moment_word(row.taken_at), _said(row) if opened["is_read"] else "")
             for row in queries.outcomes_of(one.person_id)]
    groups = [(own, shown[own.group], rule_word(shown[own.group])) for own in queries.belongings_of([one]).get(one.pk, [])
              if own.group in shown]
    page = {"one": one, "at": at, "groups": groups, "others": one.left_at is None and not groups, "tests": tests,
            "due": DueTest.objects.filter(member=one, closed_at=None).first(), "last_fit": fit_tag(one.last_fit),
            "action": reverse("testing:read", args=[pk]), **opened}
    return render(request, "testing/member.html", page)


def _said(row) -> str:
    return _("：").join(filter(None, (str(OUTCOMES[row.kind].get(row.outcome.open(), row.outcome.open())), row.evidence.open())))


@may("investigate")
@require_POST
def read(request, pk):
    """What was found opens for a reason, for minutes."""
    found = get_object_or_404(Member, pk=pk)
    take_reason(request, found, READ, "member")
    return redirect("testing:member", pk)


@may("look")
@require_GET
def due(request, pk):
    """A turn leads to whom it is about."""
    return redirect("testing:member", get_object_or_404(DueTest, pk=pk).member_id)


def _step(model, title, form_class, done, act):
    """A page of one step: `act(record, cleaned, by, at)` calls one action; what it refuses is said on the form."""

    @may("record")
    def view(request, pk):
        record, form = get_object_or_404(model, pk=pk), form_class(request.POST or None)
        home = getattr(record, "member_id", record.pk)
        if request.method == "POST" and form.is_valid():
            try:
                act(record, form.cleaned_data, request.user, now())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, done)
                return redirect("testing:member", home)
        who = queries.member_named(home)
        page = {"title": title, "who": who, "back": reverse("testing:member", args=[home]), "form": form}
        return render(request, "testing/form.html", page, status=422 if form.errors else 200)

    return view


def _result(one, found, by, at):
    kind, outcome = found["found"].split(":")
    told = actions.Told(one.person_id, kind, found["taken_at"], outcome, "paper", found["evidence"])
    return actions.note_results(results=[told], by=by, at=at)


note_result = _step(Member, gettext_lazy("登记结果"), forms.ResultForm, gettext_lazy("已登记，下次应检按这次采样算。"), _result)
leave = _step(Belonging, gettext_lazy("退出这一类"), forms.LeaveForm, gettext_lazy("已退出。"),
              lambda one, found, by, at: actions.leave(people=[one.member.person_id], group=one.group, why=found["why"], by=by, at=at))
note_sample = _step(DueTest, gettext_lazy("登记采样"), forms.SampleForm, gettext_lazy("已登记，等结果。"),
                    lambda one, found, by, at: actions.note_samples(taken={one.person_id: found["taken_at"]}, by=by, at=at))
drop_test = _step(DueTest, gettext_lazy("这次不用检"), forms.DropForm, gettext_lazy("已登记，下次到期再检。"),
                  lambda one, found, by, at: actions.drop_test(due=one, why=found["why"], by=by, at=at))
