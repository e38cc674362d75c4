"""Sampling points at the desk: their hours, who has a place, who waits; a booking for whoever stands there or calls."""
from functools import partial

from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, day_start, end_clock, now
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.masks import mask_id, mask_name, mask_phone
from lianfang.ground.workflow import Refused

from .. import actions, forms
from ..models import Booking, Point, Slot
from ..words import moment_word


@may("look")
@require_GET
def points(request):
    """All points, with what can be booked from now on."""
    found, at = indicators.opened(request, Point), now()
    ahead = Q(slots__until_at__gt=at)
    rows = found.rows.filter(closed_at=None).select_related("unit").annotate(
        slots_ahead=Count("slots", filter=ahead), places=Sum("slots__quota", filter=ahead), given=Sum("slots__taken", filter=ahead))
    columns = [
        tables.Column("title", gettext_lazy("采样点"), width=24,
                      cell=lambda row: parts.name(row.title, reverse("testing:point", args=[row.pk]))),
        tables.Column("place", gettext_lazy("在哪里"), width=30),
        tables.Column("unit.name", gettext_lazy("单位"), "unit", sort="unit__path"),
        tables.Column("slots_ahead", gettext_lazy("时段"), "number"), tables.Column("places", gettext_lazy("号源"), "number"),
        tables.Column("given", gettext_lazy("约出"), "number"),
    ]
    table = tables.table(request, rows, columns, default_sort="title", title=_("采样点"), keep=indicators.KEPT,
                         empty_title=_("没有采样点"), empty_text=_("先设采样点，再排时段和号源。"))
    return tables.page(request, "testing/points.html", table, at=at)


@may("look")
@require_GET
def point(request, pk):
    """One point: its times from today on."""
    found, at = get_object_or_404(Point.objects.select_related("unit"), pk=pk), now()
    columns = [
        tables.Column("from_at", gettext_lazy("时段"), "moment", cell=_time),
        tables.Column("quota", gettext_lazy("号源"), "number"), tables.Column("taken", gettext_lazy("约出"), "number"),
        tables.Column("left", gettext_lazy("剩余"), "number", sort=""), tables.Column("waiting", gettext_lazy("候补"), "number"),
        tables.Column("came", gettext_lazy("已采样"), "number"),
    ]
    rows = Slot.objects.filter(point=found, until_at__gt=day_start(day_of(at))).annotate(
        waiting=Count("bookings", filter=Q(bookings__state="waiting")), came=Count("bookings", filter=Q(bookings__state="came")))
    table = tables.table(request, rows, columns, default_sort="from_at", title=found.title, empty_title=_("还没有排时段"),
                         empty_text=_("按天排时段，每个时段定几个人。"))
    return tables.page(request, "testing/point.html", table, point=found, at=at)


def _time(row):
    return parts.name(f"{moment_word(row.from_at)}–{end_clock(row.until_at)}", reverse("testing:slot", args=[row.pk]))


@may("look")
@require_GET
def slot(request, pk):
    """One time: who has a place, who waits, what became of them."""
    found = get_object_or_404(Slot.objects.select_related("point", "point__unit"), pk=pk)
    columns = [
        tables.Column("number", gettext_lazy("序号"), "number"),
        tables.Column("name", gettext_lazy("姓名"), "name", sort="", cell=lambda row: mask_name(row.name.open()),
                      text=lambda row: mask_name(row.name.open())),
        tables.Column("id_number", gettext_lazy("证件"), sort="", cell=lambda row: mask_id(row.id_number.open()),
                      text=lambda row: mask_id(row.id_number.open()), width=20),
        tables.Column("phone", gettext_lazy("电话"), sort="", cell=lambda row: mask_phone(row.phone.open()),
                      text=lambda row: mask_phone(row.phone.open()), on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: row.get_state_display()),
        tables.Column("channel", gettext_lazy("怎么约的"), on_phone=False),
        tables.Column("acts", gettext_lazy("办理"), sort="", in_sheet=False, cell=partial(_acts, request)),
    ]
    table = tables.table(request, Booking.objects.filter(slot=found), columns, default_sort="number", title=_("预约名单"),
                         empty_title=_("还没有人约"), row_class=lambda row: "" if row.state in ("booked", "waiting") else "quiet")
    heading = f"{found.point.title} {moment_word(found.from_at)}–{end_clock(found.until_at)}"
    return tables.page(request, "testing/slot.html", table, slot=found, heading=heading, at=now())


def _acts(request, row):
    """What can be done about a booking: he is here, or he does not come."""
    from django.template.loader import render_to_string

    if "record" not in request.rights or row.state not in ("booked", "waiting", "missed"):
        return ""
    return render_to_string("testing/acts.html", {"row": row}, request=request)


def _form(right, title, form_class, done, act, back, model=None):
    """A page with a form and one button: `act(record, cleaned, by, at)` calls one action and tells where to go."""

    @may(right)
    @require_http_methods(["GET", "POST"])
    def view(request, pk=None):
        record = get_object_or_404(model, pk=pk) if model else None
        more = {} if model else {"reach": request.reach}
        form = form_class(request.POST or None, **more)
        if request.method == "POST" and form.is_valid():
            try:
                said = form.wish() if hasattr(form, "wish") else form.cleaned_data
                where = act(record, said, request.user, now())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, done)
                return redirect(where)
        page = {"title": title, "form": form, "back": back(record)}
        return render(request, "testing/form.html", page, status=422 if form.errors else 200)

    return view


def _of(page, record):
    return reverse(f"testing:{page}", args=[record.pk])


def _open(_record, said, by, at):
    unit = Unit.objects.get(pk=said.pop("unit"))
    return _of("point", actions.open_point(unit=unit, **said, by=by, at=at))


def _lay(record, said, by, at):
    begin, end = (f"{said.pop(name):%H:%M}" for name in ("begin", "end"))
    actions.open_slots(point=record, begin=begin, end=end, **said, by=by, at=at)
    return _of("point", record)


def _booked(record, said, by, at):
    actions.book(slot=record, wish=actions.Wish(**said), channel="desk", by=by, at=at)
    return _of("slot", record)


def _quota(record, said, by, at):
    actions.set_quota(slot=record, quota=said["quota"], by=by, at=at)
    return _of("slot", record)


open_point = _form("enlist", gettext_lazy("设采样点"), forms.PointForm, gettext_lazy("已设好，请排时段。"), _open,
                   lambda _record: reverse("testing:points"))
open_slots = _form("enlist", gettext_lazy("排时段"), forms.SlotsForm, gettext_lazy("已排好。"), _lay, partial(_of, "point"),
                   Point)
set_quota = _form("enlist", gettext_lazy("改号源"), forms.QuotaForm, gettext_lazy("已改好，候补的按顺序补上。"), _quota,
                  partial(_of, "slot"), Slot)
book = _form("record", gettext_lazy("预约"), forms.WishForm, gettext_lazy("已登记：有号就约上，没有号排在候补。"), _booked,
             partial(_of, "slot"), Slot)


@may("enlist")
@require_POST
def close_point(request, pk):
    """Nobody books there any more."""
    actions.close_point(point=get_object_or_404(Point, pk=pk), by=request.user, at=now())
    return redirect("testing:points")


def _step(act):
    @may("record")
    @require_POST
    def view(request, pk):
        one = get_object_or_404(Booking, pk=pk)
        try:
            act(booking=one, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("testing:slot", one.slot_id)

    return view


arrive, cancel = _step(actions.arrive), _step(actions.cancel)
