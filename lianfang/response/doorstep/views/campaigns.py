"""Campaigns: the list, a new one, its coverage unit by unit, and its end."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.units.queries import ancestors
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, queries
from ..forms import CampaignForm
from ..models import OUTCOMES
from ..queries import campaigns as known

HEADED = ("county", "township", "village", "grid")


@may("look")
def campaigns(request):
    """All that are in one's reach, with how far each is."""
    def named(one):
        return format_html('<a href="{}">{}</a>', reverse("doorstep:campaign", args=[one.pk]), one.title)

    def far(one):
        line = queries.of_unit(one, one.unit)
        return parts.progress(line.answered, line.doors, is_due=one.state == "closed" or one.until_on < day_of(at))

    at = now()
    columns = [
        tables.Column("title", gettext_lazy("排查"), "name", cell=named, text=lambda one: one.title),
        tables.Column("unit.name", gettext_lazy("在哪里"), "unit", sort="unit__path"),
        tables.Column("until_on", gettext_lazy("查到"), "date"),
        tables.Column("pk", gettext_lazy("有答复的户"), "rate", sort="", cell=far, in_sheet=False),
        tables.Column("state", gettext_lazy("状态"), cell=_state, text=_state),
    ]
    table = tables.table(request, known.campaigns(request.reach), columns, (), title=_("入户排查"), empty_title=_("还没有入户排查"),
                         empty_text=_("乡镇、村可以自己组织，写清为什么查、依据哪一条。"))
    return tables.page(request, "doorstep/campaigns.html", table, at=at)


def _state(one):
    return str(FLOWS["campaign"].states[one.state])


def found_in(request, pk):
    """The campaign, where it is known in one's reach."""
    return get_object_or_404(known.campaigns(request.reach), pk=pk)


@may("enlist")
def launch(request):
    """Begin one: in one's own units and those directly below."""
    own = [a.unit for a in request.assignments if "enlist" in a.rights]
    below = Unit.objects.filter(parent__in=own, level__in=HEADED, until_on=None)
    units = sorted({unit.pk: unit for unit in [*own, *below]}.values(), key=lambda unit: (RANK[unit.level], unit.path))
    form = CampaignForm(request.POST or None, units=units, questions=known.questions_for(own))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.launch(by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("排查开始了：各网格的待办里已经有了。"))
            return redirect("doorstep:campaign", made.pk)
    return render(request, "doorstep/launch.html", {"form": form}, status=422 if form.errors else 200)


@may("look")
def campaign(request, pk):
    """How the doors of a unit have answered, and of each unit below it."""
    one, at = found_in(request, pk), now()
    unit = _unit(request, one)
    lines = queries.coverage(one, unit)
    table = tables.plain_table(request, lines, _columns(one, lines, at), title=one.title, total=queries.of_unit(one, unit),
                               keep=("unit",), empty_title=_("这里没有要查的户"))
    if request.GET.get("export") == "xlsx":
        return tables.sheet(table)
    context = {"campaign": one, "unit": unit, "whole": queries.of_unit(one, unit), "table": table, "at": at, "state": _state(one),
               "trail": _trail(request, one, unit), "may_close": "enlist" in request.rights and one.state == "running"}
    return render(request, "doorstep/campaign.html", context)


def _unit(request, one):
    """The unit asked for, where it is in one's reach; else the widest that is."""
    asked = request.GET.get("unit", "")
    if asked:
        found = Unit.objects.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
        if found is None or not request.reach & found.path:
            raise Http404
        return found
    own = [a.unit for a in request.assignments if "look" in a.rights]
    inside = sorted((unit for unit in own if unit.path.startswith(one.unit.path)), key=lambda unit: unit.path)
    return one.unit if request.reach.covers(one.unit.path) or not inside else inside[0]


def _trail(request, one, unit):
    """The units above, down from the campaign's, as far as they may be looked at."""
    steps = [u for u in ancestors(unit)[:-1] if u.path.startswith(one.unit.path)]
    return [(u.name, f"?unit={u.pk}" if request.reach & u.path else "") for u in steps]


def _columns(one, lines, at):
    is_due = one.state == "closed" or one.until_on < day_of(at)

    def named(line):
        return format_html('<a href="?unit={}">{}</a>', line.unit.pk, line.unit.name) if line.unit else _("直接在这里的户")

    def far(line):
        return parts.progress(line.answered, line.doors, is_due=is_due, missing_url=_open(one, line))

    def number(code, label, tone=""):
        return tables.Column(code, label, "number", cell=lambda line: parts.num(getattr(line, code), tone=tone))

    return [
        tables.Column("name", gettext_lazy("单位"), "unit", cell=named, text=lambda line: line.name, width=24),
        tables.Column("doors", gettext_lazy("应查"), "number"),
        tables.Column("answered", gettext_lazy("有答复"), "rate", sort="open", cell=far, text=lambda line: f"{line.answered}/{line.doors}"),
        *(number(code, label) for code, label in OUTCOMES.items() if code != "nobody_home"),
        number("nobody_home", OUTCOMES["nobody_home"], "warn"), number("untried", gettext_lazy("没去过"), "bad"),
        number("heads", gettext_lazy("人数")),
    ]


def _open(one, line) -> str:
    """The list of doors without an answer there."""
    return reverse("doorstep:households", query={"campaign": one.pk, "open": 1, "unit": line.unit.pk}) if line.unit else ""


@may("enlist")
@require_POST
def close(request, pk):
    """End it."""
    one = found_in(request, pk)
    if not request.reach.covers(one.unit.path):
        raise Http404
    try:
        actions.close(campaign=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("排查结束了。没有答复的户照实留着，算没有答复。"))
    return redirect("doorstep:campaign", one.pk)
