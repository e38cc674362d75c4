"""One-time slips: opened by their holder, printed by whoever staffs the unit."""
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions, printing
from lianfang.ground.accounts.access import anybody, may
from lianfang.ground.accounts.proofs import devices, tries
from lianfang.ground.accounts.queries import is_known_code, usable_slip, waiting_for_slips
from lianfang.ground.days import now, today
from lianfang.ground.ui.actions import Taken

from .. import doors, throttle
from ..forms import ChoosePassword, TypeCode
from ..reach import account_or_404, chosen_unit, staffing


@anybody
def type_code(request):
    """For a slip whose mark no camera reads."""
    form = TypeCode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("accounts:slip", form.cleaned_data["code"].replace("/", " "))
    return render(request, "admission/type_code.html", {"form": form}, status=422 if form.errors else 200)


@anybody
@sensitive_post_parameters()
def slip(request, code):
    """Choose a password, once, and be signed in; this browser becomes known for the account."""
    if until := tries.shut_until(throttle.slip_keys(request), now()):
        return throttle.shut(request, until)
    found = usable_slip(code, now())
    if not found:
        return _no_slip(request, code)
    form = ChoosePassword(request.POST or None, account=found.account)
    if request.method == "POST" and form.is_valid():
        used = actions.use_slip(request=request, slip=found, password=form.cleaned_data["password"], at=now())
        if used is None:
            return _no_slip(request, code)
        device, token = used
        return devices.hand_over(doors.came_by_slip(request, device, now()), token)
    return render(request, "admission/slip.html", {"form": form, "account": found.account}, status=422 if form.errors else 200)


def _no_slip(request, code):
    """A slip that is used or over is told from a code that never was: only the latter is a guess."""
    known = is_known_code(code)
    if not known and (until := throttle.failed(throttle.slip_keys(request), now())):
        return throttle.shut(request, until)
    return render(request, "admission/no_slip.html", {"was_one": known}, status=410 if known else 404)


@may("staff")
def print_slips(request):
    """Slips for those of a unit who have never signed in: how many there are, then the sheets to print."""
    unit, wrong = chosen_unit(request)
    staff = staffing(request)
    waiting = [] if wrong else waiting_for_slips(staff, staff.reach & unit.path if unit else staff.reach, today())
    if request.method == "POST" and waiting:
        return _paper(request, waiting[:printing.AT_ONCE])
    if request.method == "POST" and not wrong:
        messages.warning(request, _("这里没有等着登录条的人。"))
    context = {"unit": unit, "wrong": wrong, "waiting": len(waiting), "at_once": printing.AT_ONCE}
    return render(request, "admission/print_slips.html", context, status=422 if wrong else 200)


@may("staff")
@require_POST
def renew_slip(request, account):
    """A fresh slip for one person; the earlier one is void."""
    return _paper(request, [account_or_404(request, account)])


def _paper(request, accounts):
    issued = actions.renew_slips(accounts=accounts, by=request.user, at=now())
    site, taken = request.build_absolute_uri("/").rstrip("/"), Taken(request)
    taken.tell(len(issued))
    answer = HttpResponse(printing.sheet(issued, site, at=now()).pdf(taken.foot), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="slips-{today():%Y%m%d}.pdf"'
    return answer
