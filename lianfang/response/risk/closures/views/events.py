"""Weddings, funerals, meetings that are asked for: the list, one, typed in for somebody, permitted or not."""
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import Places
from lianfang.registers.people.reading import reading, take_reason

from .. import actions
from ..forms import EventForm, WhyForm, WordsForm
from ..models import EVENTS, Event
from ..words import condition_words, until_words
from .shared import asked, directs, found, state_tag, state_word, tabs, told

READ = "closures.read_event"


@may("look")
@require_GET
def events(request):
    """All applications, the nearest day first; nobody is named."""
    opened, names = indicators.opened(request, Event), Places()
    columns = [
        tables.Column("number", gettext_lazy("编号"), "name", sort=("year", "serial"),
                      cell=lambda one: parts.name(one.number, reverse("closures:event", args=[one.pk]))),
        tables.Column("kind", gettext_lazy("办什么")), tables.Column("on", gettext_lazy("哪一天"), "date"),
        tables.Column("heads", gettext_lazy("多少人"), "number"),
        tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="unit__path", cell=lambda one: names.of(one.unit),
                      text=lambda one: names.of(one.unit)),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: state_tag("event_permit", one),
                      text=lambda one: state_word("event_permit", one)),
        tables.Column("clause", gettext_lazy("为什么"), sort="", width=36, on_phone=False),
        tables.Column("applied_at", gettext_lazy("申请"), "moment", on_phone=False),
    ]
    states = FLOWS["event_permit"].states.values()
    filters = [tables.Filter("kind", gettext_lazy("办什么"), choices=EVENTS),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda _request: [(one.code, str(one)) for one in states])]
    table = tables.table(request, opened.rows.select_related("unit"), columns, filters, "-on", title=opened.title or _("聚集活动申请"),
                         keep=indicators.KEPT, empty_title=_("没有人申请"))
    if "export" not in request.GET:
        names.learn([row.unit for row in table.page.object_list])
    add = [(_("代填申请"), reverse("closures:apply_event"), "plus")] if "record" in request.rights else []
    return tables.page(request, "closures/listed.html", table, heading=_("聚集活动"), tabs=tabs("events"), at=opened.at, buttons=add)


@may("look")
@require_GET
def event(request, pk):
    """One: what the table said and why, what was decided; who asks lies behind a reason."""
    one = found(Event, pk, "closure", "decided_by", "firm")
    facts = [(_("办什么"), one.get_kind_display()), (_("哪一天"), f"{one.on:%Y-%m-%d}"), (_("多少人"), str(one.heads)),
             (_("哪家单位"), one.firm.title if one.firm else ""), (_("哪一条"), f"{one.document} “{one.clause}”" if one.clause else ""),
             (_("停办令"), f"{one.closure.number}，{until_words(one.banned_until)}" if one.closure else ""),
             (_("要做到"), _("、").join(condition_words(one.conditions))), (_("申请"), plain(one.applied_at)),
             (_("谁定的"), f"{one.decided_by.name} {plain(one.decided_at)}" if one.decided_by else plain(one.decided_at)),
             (_("理由"), one.why), (_("现场情况"), one.seen)]
    may_decide, ways = directs(request, one.unit), []
    if may_decide and one.state == "waiting":
        ways += [(_("同意"), reverse("closures:permit_event", args=[pk]), True, True),
                 (_("不同意"), reverse("closures:decline_event", args=[pk]), False, False)]
    if may_decide and one.state == "permitted":
        ways.append((_("收回同意"), reverse("closures:revoke_event", args=[pk]), False, False))
    if one.state == "permitted" and "record" in request.rights:
        ways.append((_("办完了，记下现场"), reverse("closures:hold_event", args=[pk]), True, False))
    if one.state in ("waiting", "permitted") and "record" in request.rights:
        ways.append((_("申请人撤回"), reverse("closures:withdraw_event", args=[pk]), False, True))
    page = {"one": one, "state": state_tag("event_permit", one), "place": Places([one.unit]).of(one.unit), "ways": ways,
            "facts": [(word, text) for word, text in facts if text], "may_open": "open" in request.rights}
    if "open" in request.rights:
        page |= reading(request, one, READ)
        if page["is_read"]:
            page["who"] = [(_("申请人"), one.name.open()), (_("电话"), one.phone.open()), (_("详细地方"), one.place.open())]
    return render(request, "closures/event.html", page)


@may("open")
@require_POST
def read_event(request, pk):
    """The reason, written down."""
    take_reason(request, found(Event, pk), READ, "event_permit")
    return redirect("closures:event", pk)


@may("record")
@require_http_methods(["GET", "POST"])
def apply_event(request):
    """Typed in for somebody who came or called."""
    made = []
    form = EventForm(request.POST or None, reach=request.reach)
    return asked(request, form, lambda form: made.append(actions.apply_event(wish=form.wish(), **told(request))),
                 _("登记了，按表判定的结果在下面。"), _("代填聚集活动申请"), lambda: reverse("closures:event", args=[made[0].pk]),
                 back=reverse("closures:events"))


@may("direct")
@require_POST
def permit_event(request, pk):
    """It may be held."""
    one = found(Event, pk)
    return pressed(request, lambda: actions.permit_event(event=one, **told(request)), _("同意了。"), "closures:event", pk)


@may("record")
@require_http_methods(["GET", "POST"])
def hold_event(request, pk):
    """It was held."""
    one, to = found(Event, pk), reverse("closures:event", args=[pk])
    form = WordsForm(request.POST or None)
    return asked(request, form, lambda form: actions.hold_event(event=one, **form.cleaned_data, **told(request)), _("记下了。"),
                 _("办完了，记下现场"), to, lead=f"{one.number} {one.get_kind_display()}")


@may("record")
@require_POST
def withdraw_event(request, pk):
    """Whoever asked wants it no more."""
    one = found(Event, pk)
    return pressed(request, lambda: actions.withdraw_event(event=one, **told(request)), _("撤回了。"), "closures:event", pk)


def _why(name, act, title, done):
    @may("direct")
    @require_http_methods(["GET", "POST"])
    def view(request, pk):
        one, to = found(Event, pk), reverse("closures:event", args=[pk])
        form = WhyForm(request.POST or None)
        return asked(request, form, lambda form: act(event=one, **form.cleaned_data, **told(request)), done, title, to,
                     lead=f"{one.number} {one.get_kind_display()}")

    view.__name__, view.__doc__ = name, act.__doc__
    return view


decline_event = _why("decline_event", actions.decline_event, gettext_lazy("不同意"), gettext_lazy("答复了：不同意。"))
revoke_event = _why("revoke_event", actions.revoke_event, gettext_lazy("收回同意"), gettext_lazy("收回了。"))
