"""The room: the agenda as all see it, asked again cheaply; and as whoever keeps the minutes types it."""
from threading import Lock

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ids import typed_number
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.agenda import spoken

from .. import actions, queries
from ..forms import BeginForm, ComesForm, ItemForm, SeatForm
from ..models import COMES, AgendaItem, Attendance
from .asked import leads, led, meeting_of

OPEN = ("called", "sitting")
_WORDED: dict = {}  # an agenda as two hundred see it: worded once a change, by room and language; who may see it is asked each time
_ROOMS = 16
_WORDING = Lock()


@may("look")
@require_GET
def meeting(request, pk):
    """One meeting: for the room, or with `?room=` for whoever leads it too; else his desk while it is open."""
    one = meeting_of(request, pk)
    at_desk = leads(request, one.unit) and one.state in OPEN and "room" not in request.GET
    page = _page(one) | {"may_lead": leads(request, one.unit)}
    if at_desk:
        page |= {"begin_form": BeginForm(initial={"chair": one.chair, "place": one.place}), "item_form": ItemForm()}
    return render(request, "meetings/desk.html" if at_desk else "meetings/room.html", page)


def _page(one):
    came = queries.attendance_of(one)
    decided = queries.decisions_of(one)
    sections = [(section, [(item, spoken(item.title), spoken(item.note)) for item in section.items]) for section in queries.agenda_of(one)]
    became = queries.outcome(decided, now()) if one.state == "closed" and decided else None
    return {"became": became, "all_ids": ",".join(str(one.pk) for one in decided), "one": one, "name": queries.name_of(one),
            "state": str(FLOWS["meeting"].states[one.state]), "sections": sections,
            "decisions": decided, "n_items": sum(len(items) for _section, items in sections), "is_open": one.state in OPEN,
            "came": sum(seat.comes == "present" for seat in came), "seats": came, "loose": [one for one in decided if one.item_id is None]}


@may("look")
@require_GET
def live(request, pk):
    """The room's agenda again; nothing where nobody has changed anything since."""
    one = meeting_of(request, pk)
    if request.GET.get("seen") == str(one.version):
        return HttpResponse(status=204)
    return HttpResponse(_worded(one) if one.state in OPEN else render_to_string("meetings/agenda.html", _page(one)))


def _worded(one) -> str:
    """As it was worded last, if nothing has changed; else the first who asks words it, and the others wait for him."""
    room, stands = (one.pk, get_language()), (one.version, one.state)
    with _WORDING:
        kept = _WORDED.get(room)
        if kept is None or kept[0] != stands:
            if len(_WORDED) >= _ROOMS:
                _WORDED.clear()
            kept = _WORDED[room] = stands, render_to_string("meetings/agenda.html", _page(one))
    return kept[1]


@may("urge")
@require_POST
def begin(request, pk):
    """It begins."""
    one, form = led(request, pk), BeginForm(request.POST)
    if not form.is_valid():
        page = _page(one) | {"may_lead": True, "begin_form": form, "item_form": ItemForm()}
        return render(request, "meetings/desk.html", page, status=422)
    return pressed(request, lambda: actions.begin(meeting=one, by=request.user, at=now(), **form.cleaned_data),
                   _("开会了，要点边说边记。"), "meetings:meeting", pk)


@may("urge")
@require_POST
def renew(request, pk):
    """What has come since the cut-off."""
    one = led(request, pk)
    return pressed(request, lambda: actions.renew(meeting=one, by=request.user, at=now()), _("截数以后新来的也排上了。"),
                   "meetings:meeting", pk)


@may("urge")
@require_POST
def call_off(request, pk):
    """It is not held."""
    one = led(request, pk)
    return pressed(request, lambda: actions.call_off(meeting=one, by=request.user, at=now()), _("这次不开了。"), "meetings:meetings")


@may("urge")
@require_POST
def add_item(request, pk):
    """Another item."""
    one, form = led(request, pk), ItemForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    return pressed(request, lambda: actions.add_item(meeting=one, words=words, by=request.user, at=now()), _("已加到议程。"),
                   "meetings:meeting", pk)


@may("urge")
@require_POST
def note_item(request, pk):
    """What was typed of an item is kept while one types; without a script, by the button."""
    item, was = _item(request, pk), request.POST.get("was", "")
    was, said, refused = typed_number(was) or 0, request.POST.get("said", "")[:4000], ""
    try:
        item = actions.note_item(item=item, said=said, was=was, by=request.user, at=now())
    except Refused as told:
        refused = str(told)
    if request.htmx:
        return render(request, "meetings/saved.html", {"item": item, "refused": refused, "was": was, "at": now()})
    if not refused:
        return redirect(f"{reverse('meetings:meeting', args=[item.meeting_id])}#item-{pk}")
    page = _page(item.meeting) | {"may_lead": True, "item_form": ItemForm(), "begin_form": BeginForm(), "refused": refused,
                                  "typed": (item.pk, said)}
    return render(request, "meetings/desk.html", page, status=422)


def _item(request, pk):
    found = AgendaItem._base_manager.select_related("meeting__unit", "said_by").filter(pk=pk).first()
    if found is None or not leads(request, found.meeting.unit):
        raise Http404(pk)
    return found


@may("look")
@require_GET
def seats(request, pk):
    """Who is to sit in it, and who came."""
    one = meeting_of(request, pk)
    found = queries.attendance_of(one)
    page = {"one": one, "name": queries.name_of(one), "seats": found, "may_lead": leads(request, one.unit) and one.state in OPEN,
            "form": SeatForm(), "words": list(COMES.items()), "counts": _counts(found)}
    return render(request, "meetings/seats.html", page)


def _counts(found) -> list[tuple]:
    """All who are to sit in it, and how many came, were excused, were missing."""
    return [(COMES["expected"], len(found)), *((word, sum(seat.comes == code for seat in found))
                                               for code, word in COMES.items() if code != "expected")]


@may("urge")
@require_POST
def attend(request, pk):
    """Came, excused, absent, or somebody in his place."""
    seat = Attendance._base_manager.select_related("meeting__unit", "account").filter(pk=pk).first()
    if seat is None or not leads(request, seat.meeting.unit):
        raise Http404(pk)
    form = ComesForm(request.POST)
    said = form.cleaned_data if form.is_valid() else {"comes": "", "deputy": ""}
    who = {"account": seat.account} if seat.account_id else {"guest": seat.guest}
    return pressed(request, lambda: actions.attend(meeting=seat.meeting, by=request.user, at=now(), **who, **said), _("已记。"),
                   "meetings:seats", seat.meeting_id)


@may("urge")
@require_http_methods(["POST"])
def add_seat(request, pk):
    """Somebody from outside is there too."""
    one, form = led(request, pk), SeatForm(request.POST)
    page = {"one": one, "name": queries.name_of(one), "seats": queries.attendance_of(one), "may_lead": True, "words": list(COMES.items())}
    return step(request, "meetings/seats.html", form, lambda filled: actions.attend(
        meeting=one, by=request.user, at=now(), **filled.cleaned_data), _("已记。"), reverse("meetings:seats", args=[pk]), **page)
