"""What phones send of this loop: a problem put right, and a whole visit with what was found; each by the action that the desk uses."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI
from lianfang.ground.journal.models import Line
from lianfang.ground.outbox import ForAbove, Taken
from lianfang.ground.outbox.xlsform import form_of
from lianfang.ground.workflow import Refused

from ..models import Problem, Visit
from ..queries.visits import asked_as
from .fixing import fix_problem
from .problems import Found, raise_problems
from .visiting import finish_visit, may_go

NOT_HERE = gettext_lazy("这条记录不在您的辖区里，或者已经不在了。")
NOT_OURS = gettext_lazy("这次检查不是您这个组的：只有本组的人登记检查结果。")
LEFT = gettext_lazy("您现在不在这个组里：记的都收到了，没有直接登记，交县里看过再办。")
DROPPED = gettext_lazy("这次检查取消了，没有登记。您记的都在：又排上了的，点“改了再报”，换成新排的那次；没有再排的，请找组长。")
TOO_LATE = gettext_lazy("收下了。这一轮已经截止打分：这次检查不计入排名，查出的问题照样整改。")
LISTS = gettext_lazy("检查表和排这次检查以来的都对不上。您记的都在：点“改了再报”，换成现在的检查表，看一遍再报。")


def take_fixes(entries, *, by, at):
    """Problems put right: what is no longer open is not put right again."""
    wanted = {entry.cleaned["record"] for entry in entries}
    found = Problem.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=wanted)
    there = {one.pk: one for one in found.order_by("pk")}
    return [_each(there.get(entry.cleaned["record"]), entry, by) for entry in entries]


def _each(problem, entry, by):
    if problem is None:
        return Refused(str(NOT_HERE))
    try:
        fix_problem(problem=problem, words=entry.cleaned["words"], by=by, at=entry.at)
    except Refused as refused:
        return refused
    return Taken.of(problem)


@everything()
def take_visits(entries, *, by, at):
    """Visits made without a signal: each with all it found or not at all; of the team alone, whatever else its sender may see."""
    return [_visited(entry, by, at) for entry in entries]


def _visited(entry, by, at):
    visit = Visit.objects.select_related("unit", "place", "team", "round__checklist").filter(pk=entry.cleaned["record"]).first()
    if visit is None or not entry.reach.covers(visit.unit.path):
        return Refused(str(NOT_HERE))
    if not may_go(visit, by, entry.at):
        return ForAbove("not in the team", says=str(LEFT)) if _was_in(visit.team_id, entry.account) else Refused(str(NOT_OURS))
    try:
        with transaction.atomic():
            return _added(visit, entry, by, at) if visit.state == "done" else _finished(visit, entry, by, at)
    except Refused as refused:
        return refused


def _was_in(team, account) -> bool:
    """Whether somebody ever sat in a team."""
    told = Line.objects.filter(record=team, verb__in=("inspection.compose_team", "inspection.reseat_team")).values_list("data", flat=True)
    return any(account.pk in data["members"] for data in told)


def _finished(visit, entry, by, at) -> Taken:
    if visit.state == "dropped":
        raise Refused(str(DROPPED))
    said = entry.cleaned
    given = said["answers"] or {}
    asked = asked_as(visit, list(given), entry.at)
    if asked is None:
        raise Refused(str(LISTS))
    sheet = finish_visit(visit=visit, people=said["people"], answers=_answers(asked, given), note=said["note"], asked=asked, by=by,
                         at=entry.at)
    verdict = {"note": str(TOO_LATE)} if visit.round_id and sheet.round_id is None else None
    return Taken.of(sheet, verdict, photos=_problems(sheet, entry, by, at))


def _added(visit, entry, by, at) -> Taken:
    """Problems of a visit that another has recorded meanwhile; nothing else of it is changed."""
    sheet = visit.sheet
    if not entry.cleaned["adds"]:
        raise Refused(_("{name}在{at}已经登记了这次检查，这一份没有再登记。您记的都在：有他没有报的问题，点“改了再报”，勾上“只补报问题”，"
                        "留下没报过的。").format(name=sheet.done_by.name, at=f"{sheet.done_at.astimezone(SHANGHAI):%m-%d %H:%M}"))
    if not entry.cleaned["problems"]:
        raise Refused(_("没有要补报的问题：加上问题再报，或者收起来。"))
    return Taken.of(sheet, photos=_problems(sheet, entry, by, at))


def _answers(asked, given) -> dict:
    """The answers as the forms of their versions take them; Refused says which question of which checklist is wrong."""
    found, wrong = {}, []
    for one in asked:
        own = given[str(one.pk)]
        form = form_of(one.form)(own if isinstance(own, dict) else {})
        if form.is_valid():
            found[one.pk] = form.answers()
        wrong += [f"{one.title} · {form.fields[name].label}{_('：')}{' '.join(why)}" for name, why in form.errors.items()
                  if name in form.fields]
    if wrong:
        raise Refused(" ".join(wrong))
    return found


def _problems(sheet, entry, by, at) -> dict:
    """Each problem by the action of the page; its term begins when its unit can hear of it. Which photo shows which."""
    said = entry.cleaned["problems"]
    found = [Found(sheet.unit, one["topic"], one["grade"], _("：").join(filter(None, [one["spot"], one["words"]])), sheet, told_at=at)
             for one in said]
    made = raise_problems(found=found, by=by, at=entry.at) if found else []
    return {one["photo"]: problem for one, problem in zip(said, made, strict=True) if one["photo"]}
