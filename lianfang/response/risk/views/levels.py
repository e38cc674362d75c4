"""Levels on screen: which places have one, what it stands on, their history; proposed, confirmed, lifted, printed."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of, now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import office_of
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people import queries as people

from .. import actions, queries
from ..forms import LevelForm, NumberForm
from ..models import SOURCES, Level
from ..papers.notice import notice_of
from ..words import TONES, fact_words, item_word, kind_word, level_word
from .shared import taken


@may("look")
def levels(request):
    """Levels."""
    states, places = FLOWS["level"].states, people.Places()
    columns = [
        tables.Column("unit.name", gettext_lazy("地方"), "name", sort="unit__path", text=lambda one: places.of(one.unit),
                      cell=lambda one: parts.name(places.of(one.unit), reverse("risk:level", args=[one.pk]))),
        tables.Column("level", gettext_lazy("等级"), cell=lambda one: parts.tag(level_word(one.level), TONES.get(one.level, "")),
                      text=lambda one: level_word(one.level)),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: str(states[one.state]), text=lambda one: str(states[one.state])),
        tables.Column("number", gettext_lazy("文号")), tables.Column("confirmed_at", gettext_lazy("起"), "moment"),
        tables.Column("ended_at", gettext_lazy("止"), "moment"),
        tables.Column("source", gettext_lazy("来源"), cell=lambda one: str(SOURCES[one.source]), text=lambda one: str(SOURCES[one.source])),
        tables.Column("source_on", gettext_lazy("哪一天的"), "date"),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in states.values()]),
               tables.Filter("level", gettext_lazy("等级"), choices=lambda r: [(one, level_word(one)) for one in (
                   "high", "medium", "low", "sealed", "controlled", "guarded", "none")])]
    table = tables.table(request, Level.objects.select_related("unit"), columns, filters, "-proposed_at", title=_("风险等级"),
                         empty_title=_("没有地方划过风险等级"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "risk/levels.html", table, heading=_("风险等级"), may_propose="investigate" in request.rights)


@may("look")
def level(request, pk):
    """One level: what it stands on, what is done there, what the place had before; whoever lives under it reads what was confirmed."""
    one, past = queries.readable(pk, request.reach)
    if one is None:
        raise Http404(pk)
    owns = request.reach.covers(one.unit.path)
    past = [(each, level_word(each.level), str(FLOWS["level"].states[each.state])) for each in past]
    page = {"one": one, "word": level_word(one.level), "before": level_word(one.before), "kind": kind_word(one.kind), "place": _place(one),
            "state": str(FLOWS["level"].states[one.state]), "tone": TONES.get(one.level, ""), "facts": fact_words(one.facts),
            "items": [item_word(item) for item in one.items], "past": past, "form": NumberForm(),
            "may_decide": owns and "approve" in request.rights, "is_own": one.proposed_by_id == request.user.pk,
            "may_print": owns and "print" in request.rights and one.state == "in_force"}
    return render(request, "risk/level.html", page)


def _level(pk) -> Level:
    found = Level.objects.select_related("unit", "proposed_by", "confirmed_by", "ended_by")
    return get_object_or_404(found, pk=pk)


def _place(one) -> str:
    return people.Places([one.unit]).of(one.unit)


@may("investigate")
def propose_level(request):
    """Counts typed with their source."""
    form = LevelForm(request.POST or None, initial={"source_on": day_of(now())})
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        if not request.reach.covers(found["unit"].path):
            form.add_error("unit", _("这个地方不在您的辖区里。"))
        else:
            try:
                made = actions.propose_level(unit=found["unit"], facts=form.facts(), by=request.user, at=now(),
                                             **{name: found[name] for name in ("source", "source_on", "source_number")})
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, _("已提出，等有批准权的另一个人核定。"))
                return redirect("risk:level", made.pk)
    return render(request, "risk/propose.html", {"form": form}, status=422 if form.errors else 200)


@may("approve")
@require_POST
def confirm_level(request, pk):
    """In force."""
    one = _level(pk)
    return taken(request, one, "risk:level", lambda **told: actions.confirm_level(level=one, **told), _("已核定，从现在起执行。"))


@may("approve")
@require_POST
def refuse_level(request, pk):
    """As it was."""
    one = _level(pk)
    return taken(request, one, "risk:level", lambda **told: actions.refuse_level(level=one, **told), _("没有核定，等级不变。"), asks=False)


@may("approve")
@require_POST
def end_level(request, pk):
    """Lifted."""
    one = _level(pk)
    return taken(request, one, "risk:level", lambda **told: actions.end_level(level=one, **told), _("已解除。"))


@may("print")
@require_POST
def notice(request, pk, form):
    """The notice that is put up there."""
    one = _level(pk)
    check_form(form)
    if one.state != "in_force":
        messages.error(request, _("等级核定以后才能打印通告。"))
        return redirect("risk:level", pk)
    told = actions.print_notice(level=one, by=request.user, at=now())
    filled = notice_of(one, _place(one), is_drill=is_drill())
    return handed_out(filled, form, f"zone-{one.pk.hex[:8]}", foot(told, office_of(request, "print")))
