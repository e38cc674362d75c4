"""The timeline: lines are typed, or come by a sheet; one that stands already is not added twice."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed.telling import said

from ..models import SIDES, Milestone
from ..reading import Entry, read
from .posts import must_lead

PLACE, WORDS = 60, 200


@everything()
def add_milestones(*, unit, side, entries: list[Entry], by, at, directive=None) -> list[Milestone]:
    """Add these lines to one side of a unit's timeline; returns those that were not there yet. Refused for words that bear a number."""
    must_lead(unit, by, at)
    if side not in SIDES:
        raise Refused(_("请选是本县的，还是外面的。"))
    if any(one.on > day_of(at) for one in entries):
        raise Refused(_("日期还没有到的不能记。"))
    there = set(Milestone.objects.filter(unit=unit, side=side).values_list("on", "place", "words"))
    made = {}
    for one in entries:
        key = (one.on, one.place, one.words)
        if key not in there:
            made[key] = Milestone(id=uuid7(), unit=unit, side=side, on=one.on, place=said(one.place, _("哪里"), PLACE),
                                  words=said(one.words, _("做了什么"), WORDS), source=said(one.source, _("来源"), WORDS),
                                  is_first=one.is_first, directive=directive, by=by, at=at)
    with transaction.atomic():
        lines = journal.write([line_of(one, "directives.add_milestone", kind="milestone", by=by, at=at) for one in made.values()])
        for one, told in zip(made.values(), lines, strict=True):
            one.because = told.id
        rows.insert(list(made.values()))
    return list(made.values())


def import_milestones(*, unit, side, content, name, by, at) -> tuple[list[Milestone], int, list[tuple[int, str]]]:
    """Take in a sheet: what was added, how many rows stood already, and (row, sentence) of those that could not be read."""
    entries, faults = read(content, name, day_of(at))
    made = add_milestones(unit=unit, side=side, entries=entries, by=by, at=at)
    return made, len(entries) - len(made), faults
