"""Orders on screen: the list with its figures, one with what it shuts and who must see it; proposed, approved, extended, lifted."""
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, widest
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.columns import plain
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.queries import Places

from .. import actions, queries
from ..forms import ExtendForm, LiftForm, LiftPartForm, OrderForm
from ..models import KINDS, Area, Check, Closure
from ..words import purpose_word, until_words, what_words
from .shared import approves, asked, order_of, state_tag, state_word, tabs, told

FIGURES = ("closures_orders", "closures_areas", "closures_unseen", "closures_open", "closures_exempt", "closures_refused",
           "closures_permitted")
BAD = ("closures_unseen", "closures_open")
SHOWN = 60  # places listed on the page of an order: all of them are a list of their own


@may("look")
@require_GET
def closures(request):
    """All orders, what holds first; each figure above opens into its records."""
    opened = indicators.opened(request, Closure)
    columns = [
        tables.Column("number", gettext_lazy("文号"), "name",
                      cell=lambda one: parts.name(one.number, reverse("closures:closure", args=[one.pk]))),
        tables.Column("kind", gettext_lazy("哪一种")),
        tables.Column("what", gettext_lazy("关停什么"), sort="", cell=what_words, text=what_words, width=36),
        tables.Column("places", gettext_lazy("几处地方"), "number"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: state_tag("closure", one),
                      text=lambda one: state_word("closure", one)),
        tables.Column("from_at", gettext_lazy("起"), "moment"),
        tables.Column("until_at", gettext_lazy("止"), "moment", cell=lambda one: until_words(one.until_at),
                      text=lambda one: until_words(one.until_at), width=24),
        tables.Column("unseen", gettext_lazy("没有核实"), "number"),
        tables.Column("ended_at", gettext_lazy("解除、结束"), "moment", on_phone=False),
    ]
    states = FLOWS["closure"].states.values()
    filters = [tables.Filter("kind", gettext_lazy("哪一种"), choices=KINDS),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda _request: [(one.code, str(one)) for one in states])]
    rows = opened.rows if opened.indicator or opened.unit else queries.concerning(request.reach)
    unseen = Check._base_manager.filter(state__in=("waiting", "not_shut"))
    rows = rows.select_related("unit").annotate(places=_many(Area._base_manager.all()), unseen=_many(unseen))
    table = tables.table(request, rows, columns, filters, "-proposed_at", title=opened.title or _("封闭关停令"), keep=indicators.KEPT,
                         empty_title=_("没有封闭、关停的令"))
    page = {"heading": _("封闭关停"), "at": opened.at, "tabs": tabs("closures"), "figures": _figures(request, opened),
            "kinds": KINDS.items() if "direct" in request.rights else ()}
    return tables.page(request, "closures/closures.html", table, **page)


def _many(records):
    """How many of these an order has: counted each by itself, for five hundred places times as many proofs is no small number."""
    counted = records.filter(closure=OuterRef("pk")).order_by().values("closure").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def _figures(request, opened):
    reach = request.reach & opened.unit.path if opened.unit else request.reach
    values = indicators.values(FIGURES, reach, opened.at)
    where = f"&unit={opened.unit.pk}" if opened.unit else ""
    return [(str(indicators.INDICATORS[code]), values[code], f"{reverse(indicators.INDICATORS[code].page)}?figure={code}{where}",
             "bad" if code in BAD and values[code] else "") for code in FIGURES]


@may("look")
@require_GET
def closure(request, pk):
    """One: what it shuts, where, until when; what has been lifted, who is exempt, who has seen it."""
    one, at = order_of(request, pk, "proposed_by", "approved_by", "ended_by"), now()
    places = Places()
    areas, lifts, exempt, counts = queries.parts_of(one, request.reach, SHOWN)
    places.learn([each.unit for each in (*areas, *lifts)])
    page = {"one": one, "what": what_words(one), "until": until_words(one.until_at), "state": state_tag("closure", one), "at": at,
            "areas": [(each, places.of(each.unit)) for each in areas], "area_count": counts["areas"], "counts": counts,
            "lifts": [(each, places.of(each.unit), each.what and what_words_of(one, each.what)) for each in lifts],
            "exempt": [(each, state_tag("exemption", each)) for each in exempt], "facts": _facts(one), "ways": _ways(request, one),
            "waits": _("您自己提的，等另一个有批准权的人来批。") if _is_own(request, one) else "",
            "may_print": "print" in request.rights and one.state == "in_force"}
    return render(request, "closures/closure.html", page)


def what_words_of(closure, what) -> str:
    """Some of its trades, in words."""
    return what_words(Closure(kind=closure.kind, what=what))


def _facts(one) -> list[tuple]:
    def when(who, at):
        return f"{who.name if who else ''} {plain(at)}".strip() if at else ""

    said = [(_("谁下令"), one.unit.name), (_("依据"), one.basis), (_("规则"), one.clause),
            (_("照常放行"), _("、").join(map(purpose_word, one.spared))),
            (_("提出"), when(one.proposed_by, one.proposed_at)), (_("批准"), when(one.approved_by, one.approved_at)),
            (_("上次看过"), when(None, one.looked_at)),
            (_("解除、结束"), f"{when(one.ended_by, one.ended_at)} {one.end_number}".strip())]
    return [(word, text) for word, text in said if text]


def _is_own(request, one) -> bool:
    return one.state == "proposed" and one.needs_two and one.proposed_by_id == request.user.pk


def _ways(request, one) -> list[tuple]:
    """What the reader may do now: word, address, whether it is the main way, whether one press does it."""
    def here(step):
        return reverse(f"closures:{step}", args=[one.pk])

    may_approve, ways = approves(request, one.unit), []
    if one.state == "proposed" and may_approve:
        ways += [] if _is_own(request, one) else [(_("批准，开始执行"), here("approve_closure"), True, True)]
        ways.append((_("不批准"), here("refuse_closure"), False, True))
    if one.state == "in_force" and may_approve:
        ways.append((_("延长"), here("extend_closure"), True, False) if one.until_at else
                    (_("看过，继续执行"), here("keep_closure"), True, True))
        ways += [(_("解除一部分"), here("lift_part"), False, False), (_("全部解除"), here("lift_closure"), False, False)]
    if one.state == "in_force" and queries.concerning(reach_of(request.assignments, "direct")).filter(pk=one.pk).exists():
        ways.append((_("提出例外"), here("propose_exemption"), False, False))
    return ways


@may("direct")
@require_http_methods(["GET", "POST"])
def propose_closure(request, kind):
    """A new order."""
    if kind not in KINDS:
        raise Http404
    made, post = [], widest(request, "direct")
    form = OrderForm(request.POST or None, kind=kind, reach=request.reach)

    def act(form):
        made.append(actions.propose_closure(unit=post, order=form.order(), **told(request)))

    return asked(request, form, act, _("提出了，等有批准权的另一个人批准后执行。"), _("下令：{kind}").format(kind=KINDS[kind]),
                 lambda: reverse("closures:closure", args=[made[0].pk]))


def _press(name, act, done):
    @may("approve")
    @require_POST
    def view(request, pk):
        one = order_of(request, pk)
        return pressed(request, lambda: act(closure=one, **told(request)), done, "closures:closure", pk)

    view.__name__, view.__doc__ = name, act.__doc__
    return view


approve_closure = _press("approve_closure", actions.approve_closure, gettext_lazy("批准了。要核实的，已经是各村、各市场的待办。"))
refuse_closure = _press("refuse_closure", actions.refuse_closure, gettext_lazy("没有批准。"))
keep_closure = _press("keep_closure", actions.keep_closure, gettext_lazy("继续执行，到时候再看。"))


def _asking(name, form_class, act, title, done, **more):
    @may("approve")
    @require_http_methods(["GET", "POST"])
    def view(request, pk):
        one, to = order_of(request, pk), reverse("closures:closure", args=[pk])
        extra = {"closure": one, "reach": request.reach} if form_class is LiftPartForm else {}
        form = form_class(request.POST or None, **extra)
        return asked(request, form, lambda form: act(closure=one, **more, **form.cleaned_data, **told(request)), done, title, to,
                     lead=f"{one.number} {what_words(one)}")

    view.__name__, view.__doc__ = name, act.__doc__
    return view


extend_closure = _asking("extend_closure", ExtendForm, actions.extend_closure, gettext_lazy("延长"), gettext_lazy("延长了。"))
lift_closure = _asking("lift_closure", LiftForm, actions.lift_closure, gettext_lazy("全部解除"), gettext_lazy("解除了，从现在起不再执行。"))


def _lift_part(*, closure, units, number, by, at, what=()):
    """It holds no more in these units, for these trades."""
    return actions.lift_part(closure=closure, units=units, what=what, number=number, by=by, at=at)


lift_part = _asking("lift_part", LiftPartForm, _lift_part, gettext_lazy("解除一部分"), gettext_lazy("解除了这一部分，其余照旧。"))
