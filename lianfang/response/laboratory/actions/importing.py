"""Results come in on a sheet: one a person and a sampling time, written once, corrected where it says otherwise."""
from dataclasses import dataclass
from itertools import groupby

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything, reach_by
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.sheets.headings import candidates
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import profile
from lianfang.registers.people.actions import Somebody, enrol

from .. import sheet35
from ..models import ResultLayout, ResultSheet, Sample, Tube
from .samples import CATEGORY
from .settling import made, settle_samples
from .testing import Found, report

CHUNK, RIGHT = 300, "assay"
ELSEWHERE = ("sealed", "sent", "received")  # tubes another laboratory may have tested


@dataclass(slots=True)
class Came:
    """How many of some rows were written, and how many stood so already."""

    taken: int = 0
    known: int = 0


@everything()
def import_results(*, content, name, disease, unit, by, at, mapping=None) -> ResultSheet:
    """Take in a sheet of results; `mapping` says field → heading where the headings do not tell, and is remembered for that layout.

    Raises SheetError or Refused when the sheet as a whole cannot be read; a row that cannot be taken is a fault with its number.
    """
    if profile(disease, day_of(at)) is None:
        raise Refused(_("疾病档案里没有这种病；请先在“疾病档案”添一行。"))
    found, faults, headings = sheet35.read(content, name, at=at, mapping=mapping or ResultLayout.said_of(candidates(content, name)))
    ResultLayout.remember(headings, mapping, by, at)
    sheet = ResultSheet(id=uuid7(), unit=unit, file=name[:120], disease=disease, rows=len(found) + len(faults), by=by, at=at)
    with transaction.atomic():
        told = line_of(sheet, "laboratory.import_results", kind="resultsheet", by=by, at=at, data={"rows": sheet.rows})
        sheet.because = told.id
        rows.insert([sheet])
        journal.write([told])
    for chunk in _chunks(sorted(found, key=lambda row: (row.tube, row.number))):
        _take(chunk, sheet, faults)
    sheet.faults = [[number, sentence] for number, sentence in sorted(faults)]
    with transaction.atomic():
        rows.amend([sheet], "taken", "known", "faults")
    return sheet


def _chunks(found):
    """Some rows at a time; a tube's rows stay together."""
    chunk = []
    for code, mine in groupby(found, key=lambda row: row.tube):
        for row in mine:
            if len(chunk) >= CHUNK and (not code or chunk[-1].tube != code):
                yield chunk
                chunk = []
            chunk.append(row)
    if chunk:
        yield chunk


def _take(chunk, sheet, faults):
    """Write some rows; where one of them is refused, each half is tried by itself."""
    try:
        came = bring_in(listed=chunk, sheet=sheet, by=sheet.by, at=sheet.at)
    except (Refused, IntegrityError) as refused:
        if len(chunk) == 1:
            faults.append((chunk[0].number, str(refused) if isinstance(refused, Refused) else _("这个人刚才已由别人登记，请再交一次。")))
            return
        middle = len(chunk) // 2
        _take(chunk[:middle], sheet, faults)
        _take(chunk[middle:], sheet, faults)
    else:
        sheet.taken += came.taken
        sheet.known += came.known


@everything()
def bring_in(*, listed, sheet, by, at) -> Came:
    """Results of some rows (sheet35.Row): of our own tubes tested elsewhere, of samples that stand here, or of samples nobody knew.

    Raises Refused for a sample that was taken where `by` gives no results: its own laboratory corrects it.
    """
    reach = reach_by(by, RIGHT, day_of(at))
    with transaction.atomic():
        people = enrol(told=[Somebody(row.name, row.id_kind, row.id_number, row.phone, row.sex, row.birth_on) for row in listed],
                       unit_id=sheet.unit_id, category=CATEGORY, source=gettext_noop("检测结果名单"), on=day_of(at), by=by, at=at,
                       because=sheet.because, is_told=True)
        there = {(one.person_id, one.taken_at): one for one in Sample.objects.filter(
            person__in=people, taken_at__in={row.taken_at for row in listed}).select_related("person", "tube", "unit")}
        _refuse_others(there.values(), reach)
        came, ours, settled, fresh = Came(), {}, [], []
        for row, who in zip(listed, people, strict=True):
            sample = there.get((who.pk, row.taken_at))
            if sample and sample.tube_id and sample.reported_at is None:
                ours.setdefault(sample.tube, []).append(row)
                continue
            if sample is None:
                sample = _sample(row, who, sheet)
                fresh.append(sample)
            one = made(sample, sample.tube.kind if sample.tube_id else row.kind, row.outcome, sheet.because)
            if sample.reported_at and sample.outcome.open() == one.own:
                came.known += 1
            else:
                settled.append(one)
        rows.insert(fresh)
        settle_samples(settled=settled, by=by, at=at)
        came.taken += len(settled) + _tubes(ours, by, at)
    return came


def _refuse_others(samples, reach):
    """Whoever gives results of one town gives none of another's samples, and corrects none there."""
    if not all(reach.covers(one.unit.path) for one in samples):
        raise Refused(_("这个人这个时间的样是别处采的，不归您报：请由采样地的检测机构或者县里导入、更正。"))


def _sample(row, who, sheet) -> Sample:
    one = Sample(id=uuid7(), person_id=who.pk, unit_id=sheet.unit_id, disease=sheet.disease, reason=row.reason, taken_at=row.taken_at,
                 laboratory=row.laboratory, because=sheet.because)
    one.person = who
    return one


def _tubes(ours, by, at) -> int:
    """Report our own tubes by what the sheet says of their people, who must all say the same; returns how many rows that were."""
    for tube, listed in ours.items():
        if len({row.outcome for row in listed}) > 1:
            raise Refused(_("管 {code} 里的人结果写得不一样，一管只有一个结果，请核对。").format(code=tube.code))
    for step, states in (("bring_in", ELSEWHERE), ("report", ("running",))):
        found = [Found(Tube.objects.get(pk=tube.pk), listed[0].outcome) for tube, listed in ours.items() if tube.state in states]
        if found:
            report(found=found, by=by, at=at, step=step)
    if open_still := [tube.code for tube in ours if tube.state == "open"]:
        raise Refused(_("管 {code} 还没有封，不能有结果，请核对。").format(code=_("、").join(open_still)))
    return sum(map(len, ours.values()))
