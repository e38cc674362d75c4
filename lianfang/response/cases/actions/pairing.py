"""A list of who infected whom comes in: good rows are kept, each other one named; sent again it changes nothing."""
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.sheets.headings import candidates

from ..linelists import read_pairs
from ..models import Case, Layout, LineList
from .linking import Supposed, suppose
from .listing import chunks

LAYOUT = "links"  # a line list may be read as a list of links too: each has a layout of its own


@everything()
def import_links(*, content, name, disease, unit, by, at, mapping=None) -> LineList:
    """Bring in who infected whom among the cases of a disease, by the numbers of their line list or of their cards.

    Raises SheetError or Refused when the sheet as a whole cannot be read; a row that cannot be taken is a fault with its number.
    """
    pairs, faults, headings = read_pairs(content, name, mapping or Layout.said_of([LAYOUT, *row] for row in candidates(content, name)))
    Layout.remember([LAYOUT, *headings], mapping, by, at)
    made = LineList(unit=unit, file=name[:120], disease=disease, holds="links", rows=len(pairs) + len(faults), by=by, at=at)
    supposed = _found(pairs, _cases(disease, pairs), faults, at)
    for chunk in chunks(supposed.items()):
        taken, left = suppose(supposed=[one for _pair, one in chunk], ground="list", by=by, at=at)
        numbers = {id(one): pair.number for pair, one in chunk}
        made.taken += len(taken)
        made.known += sum(not why for _one, why in left)
        faults += [(numbers[id(one)], why) for one, why in left if why]
    made.faults = [[number, sentence] for number, sentence in sorted(faults)]
    with transaction.atomic():
        told = line_of(made, "cases.import_links", kind="linelist", by=by, at=at, data={"rows": made.rows, "taken": made.taken})
        made.because = told.id
        rows.insert([made])
        journal.write([told])
    return made


def _cases(disease, pairs) -> dict:
    """The cases these pairs tell of, by the number of their list and of their card."""
    wanted = {number for pair in pairs for number in (pair.source, pair.case)}
    found: dict = {}
    for chunk in chunks(sorted(wanted)):
        for case in Case.objects.filter(Q(external__in=chunk) | Q(number__in=chunk), disease=disease).select_related("unit"):
            found |= {case.number: case} | ({case.external: case} if case.external else {})
    return found


def _found(pairs, cases, faults, at) -> dict:
    """Each pair with its two cases; the others are faults."""
    found = {}
    for pair in pairs:
        if missing := [number for number in (pair.source, pair.case) if number not in cases]:
            says = _("没有编号 {missing} 的病例；请先导入病例名单，或核对编号和病种。")
            faults.append((pair.number, says.format(missing=_("、").join(missing))))
        elif pair.on and pair.on > day_of(at):
            faults.append((pair.number, _("有日期在今天以后，请核对。")))
        else:
            found[pair] = Supposed(cases[pair.case], cases[pair.source], pair.setting, pair.on, pair.said)
    return found
