"""Trials on screen: what was tried, its figures day by day, the people of a cell, the paper."""
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may, opens
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.ids import typed_number
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import office_of
from lianfang.ground.ui.forms import step
from lianfang.ground.vault.masks import mask_name
from lianfang.registers.people import queries as people

from . import actions, queries
from .forms import TrialForm
from .models import Group, TrialLine
from .papers.comparison import Comparison
from .queries.trials import CUTS, trial_day
from .words import fate_words, letter_word, named, new_letter, title_of, title_of_version


@may("approve")
@require_http_methods(["GET", "POST"])
def trials(request):
    """What was tried, what two have approved and whose hour has still to come, and a new trial."""
    made = []
    page = {"rehearsed": [(one, title_of_version(one), last) for one, last in queries.rehearsed(now())],
            "trials": [(one, title_of(one)) for one in queries.trials_of()]}
    return step(request, "trial/trials.html", TrialForm(request.POST or None),
                lambda form: made.append(actions.try_rows(by=request.user, at=now(), **form.given())), _("试好了。谁的管控也没有变。"),
                lambda: reverse("trial:trial", args=[made[0].pk]), **page)


def known(pk):
    """A trial within the scope."""
    found = queries.trial_named(pk)
    if found is None:
        raise Http404(pk)
    return found


def day_asked(request, trial) -> int:
    """The day shown: the day it would begin, unless another is asked."""
    first = (trial.plan_on - trial_day(trial)).days
    asked = request.GET.get("day", "")
    day = typed_number(asked)
    return first if day is None or day >= trial.days else day


@may("approve")
@require_GET
def trial(request, pk):
    """One trial: the figures of a day, what is needed day by day, where it goes on."""
    found, groups = known(pk), list(Group.objects.filter(trial=pk))
    day, there = day_asked(request, found), reverse("trial:people", args=[pk])
    figures, needs = queries.figures_of(found, groups, day), queries.needs_of(found, groups)
    squares = [(cut.down, cut.columns, [(word, [(n, f"{there}?{urlencode({'day': day, cut.down: code, 'new': column})}")
                                                for n, (column, _word) in zip(counts, cut.columns, strict=True)],
                                         (sum(counts), f"{there}?{urlencode({'day': day, cut.down: code})}"))
                                        for code, word, counts in cut.lines]) for cut in figures.cuts]
    fates = [(word, n, f"{there}?{urlencode({'day': day, 'fate': code})}") for code, word, n in figures.fates]
    switches = reverse("isolation:switches")
    return render(request, "trial/trial.html", {
        "one": found, "title": title_of(found), "figures": figures, "needs": needs, "shown": needs[day], "squares": squares, "fates": fates,
        "is_stale": queries.is_stale(found), "switches": switches if found.version is None and opens(request, switches) else ""})


@may("approve")
@require_GET
def people_of(request, pk):
    """The people of a cell, masked, within the reader's reach."""
    found = known(pk)
    day = day_asked(request, found)
    asked = {cut: request.GET[cut] for cut in CUTS if request.GET.get(cut)}
    lines = TrialLine.objects.filter(group__in=queries.group_ids(found, day, asked)).select_related("person", "unit", "group")
    first, places = (found.plan_on - trial_day(found)).days, people.Places()
    on = queries.day_on(found, day)
    heading = _("{title} 试算：{day} 的人").format(title=title_of(found), day=on.isoformat())
    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", text=lambda one: mask_name(one.person.name),
                      cell=lambda one: parts.name(mask_name(one.person.name), reverse("home:person", args=[one.person_id]))),
        tables.Column("unit.path", gettext_lazy("住处"), "unit", width=30, sort="unit__path", cell=lambda one: places.of(one.unit),
                      text=lambda one: places.of(one.unit)),
        _said("category", gettext_lazy("哪一类"), lambda one: named("category", [one.group.category])[one.group.category]),
        _said("old", gettext_lazy("照现在的规则"), lambda one: letter_word(one.group.old[day])),
        _said("new", gettext_lazy("照试的这一版"), lambda one: letter_word(new_letter(one.group, day, first))),
        _said("fate", gettext_lazy("会怎样"), lambda one: fate_words(one.group.fate)),
    ]
    table = tables.table(request, lines, columns, (), "pk", title=heading, keep=("day", *CUTS), empty_title=_("这一格里没有人"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    said = [named(cut, [_code(cut, code)]).get(_code(cut, code), code) for cut, code in asked.items()]
    return tables.page(request, "trial/people.html", table, heading=heading, one=found, day=day, said=said)


def _code(cut, text):
    return (typed_number(text) or 0) if cut == "town" else text


def _said(field, label, word):
    return tables.Column(f"group.{field}", label, sort="", cell=word, text=word)


@may("approve")
@require_POST
def print_trial(request, pk, form):
    """The comparison as a paper for the meeting: counts only, nobody's name."""
    check_form(form)
    found, groups = known(pk), list(Group.objects.filter(trial=pk))
    paper = Comparison(found, groups, is_drill())
    told = actions.print_trial(trial=found, by=request.user, at=now())
    return handed_out(paper, form, f"trial-{found.digest[:8]}", foot(told, office_of(request, "approve")))
