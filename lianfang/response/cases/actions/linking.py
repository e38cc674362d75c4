"""Who infected whom: supposed from a list or from a ring of contacts, named or ruled out by a person; never a circle."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused

from ..models import SETTINGS, Case, Link
from ..queries.descent import is_above, sources_of

LINKS = 5_130_215  # two who link at once could close a circle together: one waits for the other


@dataclass(slots=True)
class Supposed:
    """That a source may have infected a case: how, on which day, in whose words."""

    case: Case
    source: Case
    setting: str = ""
    on: date | None = None
    note: str = ""


@everything()
def suppose(*, supposed, ground, by, at, because=None) -> tuple[list[Link], list[tuple]]:
    """Add links nobody has decided on: of a list that gives one source it is named, of several each is possible; a ring of contacts gives
    possible ones. Returns those made, and of each that was not taken (supposed, why: '' where it stood already)."""
    made, left = [], []
    with transaction.atomic():
        rows.one_at_a_time(LINKS)
        by_case = defaultdict(dict)
        for link in Link.objects.filter(case__in={one.case.pk for one in supposed}):
            by_case[link.case_id][link.source_id] = link
        above = sources_of(supposed[0].case.disease) if supposed else {}
        for one in supposed:
            there = by_case[one.case.pk]
            why = "" if one.source.pk in there else _fault(one, there, above)
            if why is not None:
                left.append((one, why))
                continue
            link = rows.fresh(Link, case_id=one.case.pk, source_id=one.source.pk, certainty="possible", ground=ground, setting=one.setting,
                              on=one.on, note=one.note, by_id=by.pk, at=at)
            link.case = one.case
            there[one.source.pk] = link
            above.setdefault(one.case.pk, set()).add(one.source.pk)
            made.append(link)
        lines = [line_of(link, "cases.suppose", kind="link", by=by, at=at, because=because, data={"ground": ground}) for link in made]
        for link, told in zip(made, lines, strict=True):
            link.because = told.id
        rows.insert(made)
        if ground == "list":
            _weigh({link.case_id for link in made}, by_case)
        journal.write(lines)
    return made, left


@everything()
def suppose_from_rings(*, rings, by, at, because=None) -> list[Link]:
    """Who was a contact and is a case may have been infected by whoever's contact he was: a possible link each, for a person to decide.

    `rings`: person_id, disease, record (the case whose contact he was), ground, on.
    """
    cases = {(one.person_id, one.disease): one for one in Case.objects.filter(person__in={ring.person_id for ring in rings})
             .exclude(state__in=("to_report", "ruled_out")).select_related("unit").order_by("told_at")}
    sources = Case.objects.exclude(state="ruled_out").in_bulk([ring.record for ring in rings])
    found: dict = {}
    for ring in rings:
        case, source = cases.get((ring.person_id, ring.disease)), sources.get(ring.record)
        if case and source and source.disease == case.disease:
            found.setdefault((case.disease, case.pk, source.pk),
                             Supposed(case, source, ring.ground if ring.ground in SETTINGS else "other", ring.on))
    made = []
    for disease in {one.case.disease for one in found.values()}:
        some = [one for (of, _case, _source), one in found.items() if of == disease]
        made += suppose(supposed=some, ground="contact", by=by, at=at, because=because)[0]
    return made


def _fault(one, there, above) -> str | None:
    """Why a link may not be; None where it may."""
    if one.case.pk == one.source.pk:
        return _("自己不会传染自己，请核对两个编号。")
    if one.case.disease != one.source.disease:
        return _("两个病例不是同一种病，请核对编号。")
    if any(link.ground == "person" and link.certainty in ("named", "unknown") for link in there.values()):
        return _("这个病例的来源流调人员已经定了；要改请在病例页上改。")
    if is_above(one.case.pk, one.source.pk, above):
        return _("会成一个圈：{case} 已经在 {source} 的上游。请核对是谁传给谁。").format(case=label(one.case), source=label(one.source))
    return None


def label(case) -> str:
    """A case by the number it came with, or by its card's."""
    return case.external or case.number


def _weigh(touched, by_case):
    """Of a case the only source that lists give is named; several are possible."""
    changed = []
    for pk in touched:
        listed = [link for link in by_case[pk].values() if link.ground == "list" and link.certainty != "refused"]
        for link in listed:
            link.certainty = "named" if len(listed) == 1 else "possible"
            changed.append(link)
    rows.amend(changed, "certainty")


@everything()
def name_source(*, case, source, by, at, setting="", on=None, note="") -> Link:
    """A person decides who infected a case; without a source: it was looked for, and not found. Everybody else is ruled out by that.

    Raises Refused for himself, another disease, a circle, a day to come.
    """
    if setting not in SETTINGS or (on and on > day_of(at)):
        raise Refused(_("请选怎样传的；日期不能在以后。"))
    with transaction.atomic():
        rows.one_at_a_time(LINKS)
        there = {link.source_id: link for link in Link.objects.filter(case=case).select_related("case")}
        if source is not None and (why := _fault(Supposed(case, source), {}, _without(case))):
            raise Refused(why)
        link = there.pop(source.pk if source else None, None) or Link(case=case, source=source)
        link.certainty, link.ground, link.by, link.at = "named" if source else "unknown", "person", by, at
        link.setting, link.on, link.note = setting or link.setting, on or link.on, note or link.note
        told = line_of(case, "cases.name_source", kind="case", by=by, at=at, data={"source": source and str(source.pk)})
        link.because = told.id
        link.save()
        for other in there.values():
            other.certainty = "refused"
        rows.amend(list(there.values()), "certainty")
        journal.write([told])
    return link


def _without(case):
    """The sources of all cases, but not those of this one: what is decided on takes their place."""
    found = sources_of(case.disease)
    found.pop(case.pk, None)
    return found


@everything()
def refuse_source(*, link, by, at) -> Link:
    """Somebody did not infect a case: he is not supposed again."""
    link.certainty, link.ground, link.by, link.at = "refused", "person", by, at
    with transaction.atomic():
        told = line_of(link.case, "cases.refuse_source", kind="case", by=by, at=at, data={"source": link.source_id and str(link.source_id)})
        link.because = told.id
        link.save()
        journal.write([told])
    return link
