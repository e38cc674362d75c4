"""Before it closes everything decided is read back; after it, the minutes are a paper."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.ids import typed_number
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import hand_out
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, queries
from ..papers.minutes import minutes_of
from .asked import leads, led, meeting_of


@may("look")
@require_GET
def read_back(request, pk):
    """All decisions with who does what by when; what is missing stands out."""
    one = meeting_of(request, pk)
    decided = queries.decisions_of(one)
    page = {"one": one, "name": queries.name_of(one), "decisions": decided, "lacking": {each.pk for each in decided if not each.is_owned},
            "state": str(FLOWS["meeting"].states[one.state]), "may_lead": leads(request, one.unit) and one.state == "sitting",
            "came": any(seat.comes == "present" for seat in queries.attendance_of(one)),
            "n_shares": sum(len(each.shares.all()) for each in decided)}
    return render(request, "meetings/read_back.html", page)


@may("urge")
@require_POST
def close(request, pk):
    """What was read back stands."""
    one, version = led(request, pk), request.POST.get("version", "")
    try:
        actions.close(meeting=one, version=typed_number(version), by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("meetings:read_back", pk)
    messages.success(request, _("已散会，决定已派到承办人的待办。纪要可以打印了。"))
    return redirect("meetings:meeting", pk)


@may("look")
@require_POST
def minutes(request, pk, form):
    """The minutes as Word or PDF; before the meeting is closed they say that they are a draft."""
    one = meeting_of(request, pk)
    check_form(form)
    paper = minutes_of(one, is_drill=is_drill())
    told = hand_out(kind="meeting", record=one.pk, unit=one.unit_id, form=form, by=request.user, at=now())
    return handed_out(paper, form, paper.values["title"], foot(told, request.user.name))
