"""The paper of a stored bulletin."""

from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of
from lianfang.response.isolation import queries as isolation

from ..cutoffs import MORNING
from . import bulletin as paper
from .rows import ROWS

ACTS = {"draft": "制表", "check": "核稿", "sign": "签发"}


def paper_of(bulletin) -> paper.Bulletin:
    """The bulletin as it is printed: frozen figures, corrections beside them, signatures so far."""
    figures = {
        figure.code: figure
        for figure in bulletin.figures.prefetch_related("corrections").select_related("previous_correction__figure__bulletin")
    }
    signed = {signature.act: signature for signature in bulletin.signatures.all()}
    return paper.Bulletin(
        issue=bulletin.number,
        edition="早" if bulletin.edition == MORNING else "晚",
        serial=bulletin.serial,
        issuer=f"{bulletin.unit.name}疫情防控工作领导小组（指挥部）办公室",
        issued_on=day_of(bulletin.cut_off_at),
        cut_off_at=bulletin.cut_off_at,
        previous_at=bulletin.previous_at,
        summary=(bulletin.summary,),
        figures=tuple(_figure(row, figures[row.code], bulletin) for row in ROWS),
        signatures=tuple(
            paper.Signature(act=word, name=signed[act].name if act in signed else "", at=signed[act].at if act in signed else None)
            for act, word in ACTS.items()
        ),
        journal_position=bulletin.journal_position,
        journal_hash=bulletin.journal_hash,
        kept_code=bulletin.check_code,
        is_drill=is_drill(),
    )


def _figure(row, figure, bulletin) -> paper.Figure:
    fixed = max(figure.corrections.all(), key=lambda correction: correction.at, default=None)
    value, out_of = (fixed.value, fixed.out_of) if fixed else (figure.value, figure.out_of)
    before = figure.previous_correction
    return paper.Figure(
        label=row.label,
        now=shown(row, value, out_of, bulletin.cut_off_at),
        before=_before(row, figure, bulletin),
        level=row.level,
        is_total=row.is_total,
        change=_change(row, value, out_of, bulletin.cut_off_at),
        now_corrected=_correction(row, figure, fixed, "本期") if fixed else None,
        before_corrected=_correction(row, before.figure, before, f"第{before.figure.bulletin.number}期") if before else None,
    )


def shown(row, value, out_of, at) -> int | str:
    """A count as it is, a rate in per cent; 未开始 before its hours."""
    if not row.out_of:
        return value
    if not out_of or (not value and at < isolation.check_hours(day_of(at), row.half)[0]):
        return "未开始" if out_of else "—"
    found = round(100 * value / out_of, 1)
    return f"{min(found, 99.9) if value < out_of else 100.0:.1f}%"


def _before(row, figure, bulletin):
    if figure.previous is None:
        return "无"
    return shown(row, figure.previous, figure.previous_out_of, bulletin.previous_at)


def _change(row, value, out_of, at):
    """Of a rate, how many are missing: 漏 past the hour, 差 before it."""
    if not row.out_of:
        return ""
    left = (out_of or 0) - value
    if not left:
        return "齐" if out_of else "—"
    return f"{'漏' if at > isolation.check_hours(day_of(at), row.half)[1] else '差'} {left} 人"


def _correction(row, figure, fixed, issue) -> paper.Correction:
    at = figure.bulletin.cut_off_at
    return paper.Correction(
        issue=issue,
        label=row.label,
        reported=shown(row, figure.value, figure.out_of, at),
        correct=shown(row, fixed.value, fixed.out_of, at),
        because=fixed.reason,
        at=fixed.at,
        approved_by=fixed.name,
    )
