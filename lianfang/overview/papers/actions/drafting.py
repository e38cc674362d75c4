"""A paper is drafted: its words hold no figure but the ledger's, signed; what it tells is kept with its cut-off."""
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import documents, indicators, rows
from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import KINDS, Paper, Told
from ..queries.filled import filled
from ..queries.telltale import tales_in
from ..queries.weekly import figures_of, week_until

RIGHT = "manage"


def may_write(by, unit, at):
    """Raise Refused unless somebody writes the county's papers."""
    if not may_do(by, RIGHT, unit, day_of(at)):
        raise Refused(_("{unit}的材料，由县指挥部值班员、流调人员起草和发布。").format(unit=unit.name))


@everything()
def draft_paper(*, kind, unit, on, title, words, by, at) -> Paper:
    """Draft a weekly bulletin or a release with the figures that stand for a day. Raises Refused naming every figure that is not signed, is
    not in the ledger or was typed, and everything that tells who somebody is."""
    may_write(by, unit, at)
    if kind not in KINDS or not title.strip():
        raise Refused(_("请写明标题。"))
    made = Paper(id=uuid7(), unit=unit, kind=kind, year=on.year, on=on, drafted_by=by, drafted_name=by.name, drafted_at=at)
    told = _written(made, title, words, at)
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)
        last = Paper.objects.filter(unit=unit, kind=kind, year=on.year).aggregate(top=Max("number"))["top"] or 0
        made.number = last + 1
        rows.insert([made])
        rows.insert(told)
        [line] = advance([made], "draft_paper", flow="paper", by=by, at=at, content=lambda one: {"kind": kind, "figures": len(told)})
        made.because = line.id
        rows.amend([made], "because")
        open_turns("paper", [made], at=at, because={made.pk: line.id})
    return made


@everything()
def redraft_paper(*, paper, title, words, by, at) -> Paper:
    """Its words again, with the figures of now; who drafts it last has drafted it."""
    may_write(by, paper.unit, at)
    told = _written(paper, title, words, at)
    paper.drafted_by, paper.drafted_name, paper.drafted_at = by, by.name, at
    with transaction.atomic():
        Paper.objects.select_for_update().get(pk=paper.pk)
        advance([paper], "redraft_paper", flow="paper", by=by, at=at, content=lambda one: {"figures": len(told)},
                also=("title", "words", "cut_off_at", "previous_at", "drafted_by", "drafted_name", "drafted_at"))
        Told.objects.filter(paper=paper).delete()
        rows.insert(told)
    return paper


def _written(paper, title, words, at) -> list[Told]:
    """The paper with its words, and the figures it tells."""
    book = indicators.book_of_day(paper.unit, paper.on)
    if book is None:
        raise Refused(_("{on}：还没有截数。").format(on=paper.on.isoformat()))
    found = filled(words, book, at, is_public=paper.kind == "press")
    wrong = [*found.wrong, *tales_in(f"{title}\n{words}")]
    if paper.kind == "press" and not found.told:
        wrong.append(_("通稿里没有数；数写成【指标】，如【在管】。"))
    week = week_until(paper.unit, paper.on) if paper.kind == "weekly" else None
    wrong += [_("{on} 的数字还没有签核，周报要用。请先到统计台账签核。").format(on=one.on.isoformat())
              for one in _books(week) if not one.signed_at] if week else []
    if wrong:
        raise Refused("\n".join(dict.fromkeys(wrong)))
    paper.title, paper.words, paper.cut_off_at = title.strip(), words.strip(), book.cut_off_at
    paper.previous_at = week.before.cut_off_at if week and week.before else None
    told = {(one.unit.pk, one.code, book.cut_off_at): (one.value, one.text) for one in found.told}
    for one, code in figures_of(week) if week else ():
        value = one.stands[paper.unit_id][code]
        told[paper.unit_id, code, one.cut_off_at] = value, str(value)
    return [Told(id=uuid7(), paper=paper, unit_id=pk, code=code, cut_off_at=cut, value=value, shown=shown)
            for (pk, code, cut), (value, shown) in told.items()]


def _books(week) -> list:
    return [*filter(None, (week.before,)), *week.days]


def code_of(paper) -> str:
    """The code over a paper's text and figures."""
    told = sorted((one.unit_id, one.code, one.cut_off_at.isoformat(), one.value, one.shown) for one in paper.figures.all())
    return documents.check_code(paper.serial, paper.title, paper.text, told)
