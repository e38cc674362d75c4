"""The accounts one staffs: the list, one account, and what is done with it."""
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.proofs import factors, tries
from lianfang.ground.accounts.proofs.links import link_of
from lianfang.ground.accounts.queries import accounts_within
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.accounts.staffing import places_of
from lianfang.ground.days import now, today
from lianfang.ground.ui.tables import page, table

from ..devices import device_lines, session_lines
from ..forms import NewAccount, Post, Subject
from ..lists import ACCOUNT_FILTERS, account_columns, place, with_posts
from ..reach import account_or_404, staffing, unit_named


@may("staff")
def index(request):
    """All accounts one staffs."""
    rows = with_posts(accounts_within(staffing(request).reach, today()), today())
    found = table(request, rows, account_columns(), ACCOUNT_FILTERS, default_sort="name", title=_("账号"),
                  empty_title=_("还没有账号"), empty_text=_("用表格导入，或逐个添加。"))
    return page(request, "admission/accounts.html", found)


@may("staff")
def account(request, account):
    """One account: its roles, its sessions, and what may be done with it."""
    found = account_or_404(request, account)
    return _account_page(request, found, _post_form(request))


def _account_page(request, found, form, status=200):
    staff, places, is_own = staffing(request), places_of(found, today()), found.pk == request.user.pk
    return render(request, "admission/account.html", {
        "account": found, "form": form, "may_renew": found.is_active and staff.may_take_over(places),
        "places": [(a, ROLES[a.role].label, place(a.unit), a.is_open(today()) and not is_own and staff.may_close([a])) for a in places],
        "may_close": not is_own and staff.may_close(places),
        "sessions": session_lines(found, now()), "devices": device_lines(found), "factors": factors.of(found).count(),
        "has_sign_on": bool(settings.SIGN_ON), "link": link_of(found), "subject": Subject(),
        "shut_until": tries.shut_until(tries.keys_of(found), now()),
        "may_readmit": "readmit" in request.rights and not is_own and staff.may_readmit(places), "slip": found.slips.usable(now()).first(),
    }, status=status)


def _post_form(request, form=Post, posted=None, **more):
    staff = staffing(request)
    roles = [code for code in ROLES if any(staff.may_give(code, a.unit) for a in request.assignments)]
    initial = {"from_on": today(), "unit": request.assignments[0].unit.name}
    return form(posted, initial=initial, roles=roles, find=lambda text: unit_named(request, text), **more)


def _post(cleaned):
    return actions.Post(cleaned["role"], cleaned["unit"], cleaned["from_on"], _day_after(cleaned["until_on"]))


def _day_after(day):
    return day and type(day).fromordinal(day.toordinal() + 1)


@may("staff")
def add(request):
    """Somebody new; the slip that lets them in is printed from their page."""
    form = _post_form(request, NewAccount, request.POST or None)
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        draft = actions.Draft(cleaned["name"], cleaned["phone"], posts=[_post(cleaned)])
        try:
            [made] = actions.add_accounts(drafts=[draft], by=request.user, at=now())
            return redirect("accounts:account", made.pk)
        except PermissionDenied as refused:
            form.add_error("role", str(refused))
    return render(request, "admission/add.html", {"form": form}, status=422 if form.errors else 200)


@may("staff")
@require_POST
def assign(request, account):
    """One more role."""
    found = account_or_404(request, account)
    form = _post_form(request, posted=request.POST)
    if form.is_valid():
        post = _post(form.cleaned_data)
        try:
            actions.assign(account=found, role=post.role, unit=post.unit, from_on=post.from_on, until_on=post.until_on,
                           by=request.user, at=now())
            return redirect("accounts:account", found.pk)
        except PermissionDenied as refused:
            form.add_error("role", str(refused))
    return _account_page(request, found, form, status=422)


@may("staff")
@require_POST
def end_assignment(request, account, assignment):
    """A role ends now."""
    found = account_or_404(request, account)
    held = Assignment.objects.not_over(today()).filter(pk=assignment, account=found).select_related("unit").first()
    if held is None:
        raise Http404
    actions.end_assignment(assignment=held, by=request.user, at=now())
    return back(request, found, _("这个角色已收回，下一次点击就生效。"))


@may("staff")
@require_POST
def deactivate(request, account):
    """Shut an account out."""
    found = account_or_404(request, account)
    actions.deactivate(account=found, by=request.user, at=now())
    return back(request, found, _("账号已停用，正在用的也已退出。"))


@may("staff")
@require_POST
def reactivate(request, account):
    """Let an account in again."""
    found = account_or_404(request, account)
    actions.reactivate(account=found, by=request.user, at=now())
    return back(request, found, _("账号已恢复。"))


def back(request, found, said=""):
    """To the page of the account, or to the list when it has left one's reach."""
    if said:
        messages.success(request, said)
    still = accounts_within(staffing(request).reach, today()).filter(pk=found.pk).exists()
    return redirect("accounts:account", found.pk) if still else redirect("accounts:accounts")
