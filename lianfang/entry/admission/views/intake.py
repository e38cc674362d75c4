"""Accounts from a sheet: the empty one to fill in, and the filled one, looked at first or taken over at once."""
from django.http import HttpResponse
from django.shortcuts import render

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.intake import template
from lianfang.ground.accounts.intake.places import Places
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import now, today
from lianfang.ground.sheets import SheetError

from ..forms import SheetForm
from ..reach import staffing

SHOWN = 200  # faults on the page


@may("staff")
def bring(request):
    """Hand in a sheet; good rows are kept, faulty ones are told by row."""
    form, report = SheetForm(request.POST or None, request.FILES or None), None
    is_trial = "trial" in request.POST
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        try:
            report = actions.import_accounts(content=sheet, name=sheet.name, by=request.user, at=now(), dry_run=is_trial)
        except SheetError as refused:
            form.add_error("sheet", str(refused))
    mine, others = _givers(request)
    context = {"form": form, "report": report, "is_trial": is_trial, "faults": report.faults[:SHOWN] if report else [], "mine": mine,
               "others": others}
    return render(request, "admission/import.html", context, status=422 if form.errors else 200)


def _givers(request):
    """The roles this reader may give, and those of others, with who gives them: nobody gives more than he holds."""
    staff, found = staffing(request), {}
    mine = [code for code in ROLES if any(staff.may_give(code, a.unit) for a in request.assignments)]
    for code in ROLES.keys() - set(mine):
        givers = [giver.label for giver in ROLES.values() if "staff" in giver.rights and ROLES[code].rights <= giver.rights]
        found.setdefault(tuple(givers), []).append(code)
    others = sorted((min(list(ROLES).index(code) for code in codes), givers, codes) for givers, codes in found.items())
    return [ROLES[code].label for code in mine], [(_labels(codes), givers) for _first, givers, codes in others]


def _labels(codes):
    return [role.label for code, role in ROLES.items() if code in codes]


@may("staff")
def empty_sheet(request):
    """The sheet to fill in, with the roles and units this reader may use."""
    staff = staffing(request)
    roles = [code for code in ROLES if any(staff.may_give(code, a.unit) for a in request.assignments)]
    content = template(roles, Places(today()).words(staff.reach))
    answer = HttpResponse(content, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    answer["Content-Disposition"] = 'attachment; filename="accounts.xlsx"'
    return answer
