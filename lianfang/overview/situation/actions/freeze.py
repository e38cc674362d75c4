"""Freezing the figures of a unit at a cut-off: from then on they are what was reported."""

from django.db import transaction
from django.db.models import Max

from lianfang.ground import indicators, rows
from lianfang.ground.accounts.scope import everything, widened
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal.models import Seal
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.actions import advance, open_turns

from .. import cutoffs
from ..models import Bulletin, BulletinFigure
from ..papers.filled import paper_of
from ..papers.rows import CODES, ROWS, summary

OUT_OF = {row.code: row.out_of for row in ROWS if row.out_of}


def freeze(*, unit, cut_off_at, by, at) -> Bulletin:
    """The bulletin of a unit at a cut-off: the one that stands, or a new one with its figures as known then."""
    journal.seal()
    with everything():
        if standing := Bulletin.objects.filter(unit=unit, cut_off_at=cut_off_at).first():
            return standing
        found = indicators.booked(unit, cut_off_at, by=by, now=at)[unit.pk]
    with transaction.atomic(), everything():
        Unit.objects.select_for_update().get(pk=unit.pk)
        if standing := Bulletin.objects.filter(unit=unit, cut_off_at=cut_off_at).first():
            return standing
        bulletin = _bulletin(unit, cut_off_at, summary(cut_off_at, found, _missing(unit, cut_off_at, found)), at)
        before, bulletin.previous_at = _before(bulletin)
        rows.insert([bulletin])
        rows.insert([_figure(bulletin, code, found, before) for code in CODES])
        bulletin.check_code = paper_of(bulletin).check_code
        rows.amend([bulletin], "check_code")
        [told] = advance(
            [bulletin], "freeze", flow="bulletin", by=by, at=at, content=lambda b: {"number": b.number, "check_code": b.check_code}
        )
        open_turns("bulletin", [bulletin], at=at, because={bulletin.pk: told.id})
    return bulletin


def _missing(unit, at, found) -> list[str]:
    """The units behind the count of missing zero reports, by name."""
    if not found["zero_missing"]:
        return []
    return [one.unit.name for one in indicators.records("zero_missing", widened(Reach(unit.path)), at).select_related("unit")]


def figures_at(unit, at) -> dict[str, int]:
    """All figures of the bulletin as known at a moment."""
    return indicators.values(CODES, widened(Reach(unit.path)), at)


def _bulletin(unit, cut_off_at, words, at):
    year = day_of(cut_off_at).year
    last = Bulletin.objects.filter(unit=unit, year=year).aggregate(top=Max("number"))["top"] or 0
    head = Seal.objects.order_by("-position").first()
    return Bulletin(
        id=uuid7(),
        unit=unit,
        year=year,
        number=last + 1,
        edition=cutoffs.edition_of(cut_off_at),
        cut_off_at=cut_off_at.astimezone(SHANGHAI),
        summary=words,
        made_at=at,
        journal_position=head.position if head else 0,
        journal_hash=head.hash if head else "",
    )


def _before(bulletin):
    """The figures of the last bulletin (value, denominator, correction), else those of the cut-off before; and their moment."""
    last = Bulletin.objects.filter(unit=bulletin.unit, cut_off_at__lt=bulletin.cut_off_at).order_by("-cut_off_at").first()
    if last:
        return {figure.code: _reported(figure) for figure in last.figures.prefetch_related("corrections")}, last.cut_off_at
    at = next(cut.at for cut in cutoffs.latest(bulletin.cut_off_at) if cut.at < bulletin.cut_off_at)
    found = figures_at(bulletin.unit, at)
    return {code: (found[code], found.get(OUT_OF.get(code)), None) for code in CODES}, at


def _reported(figure):
    fixed = max(figure.corrections.all(), key=lambda correction: correction.at, default=None)
    return (fixed.value, fixed.out_of, fixed) if fixed else (figure.value, figure.out_of, None)


def _figure(bulletin, code, found, before):
    previous, previous_out_of, fixed = before.get(code, (None, None, None))
    return BulletinFigure(
        id=uuid7(),
        bulletin=bulletin,
        code=code,
        value=found[code],
        out_of=found.get(OUT_OF.get(code)),
        previous=previous,
        previous_out_of=previous_out_of,
        previous_correction=fixed,
    )
