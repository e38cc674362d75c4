"""The investigation form: answers kept field by field with every correction, rows told of symptoms and exposures, both parts finished."""
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.diseases.queries import profile

from ..models import CHOICES, EXPOSED, GUARDED, Exposed, Inquiry, Mended, SymptomDay
from ..queries.inquiry import answered, inquiry_of, looked_back, missing, questions
from ..words import answer_label


@dataclass(slots=True)
class DayTold:
    """How he was on a day: temperature if measured, symptoms by the codes of his disease's profile."""

    on: date
    temperature: Decimal | None = None
    codes: tuple = ()


@dataclass(slots=True)
class ExposureTold:
    """To what he was exposed, from when until when, where, how protected, in whose words."""

    kind: str
    from_on: date
    until_on: date
    place: str = ""
    protection: str = "unknown"
    note: str = field(default="")


@everything()
def fill(*, case, said, by, at) -> list[str]:
    """Keep answers by field; what stood there before is kept beside. Returns the fields that changed; the same said again is nothing.

    Raises Refused for a field the table does not ask, an answer that is none of the choices, and a day to come.
    """
    asked = {one.field for one in questions(case, day_of(at))}
    for name, value in said.items():
        _check(name, value, asked, at)
    with transaction.atomic():
        inquiry = Inquiry.objects.select_for_update(of=("self",)).filter(case=case).first()
        if inquiry is None:
            inquiry = Inquiry.objects.create(case=case)
        before = answered(inquiry)
        changed = [name for name, value in said.items() if _plain(value) != _plain(before[name])]
        if not changed:
            return []
        [told] = advance([case], "fill", flow="case", by=by, at=at, content=lambda _case: {"fields": changed})
        rows.insert([Mended(id=uuid7(), case=case, field=name, before=_plain(before[name]), by=by, at=at, because=told.id)
                     for name in changed if _plain(before[name])])
        for name in changed:
            setattr(inquiry, name, said[name])
        rows.amend([inquiry], *changed)
    return changed


def _check(name, value, asked, at):
    if name not in asked:
        raise Refused(_("这一类病例不问“{field}”。").format(field=answer_label(name)))
    if value not in (None, "") and name in CHOICES and value not in CHOICES[name]:
        raise Refused(_("没有这个选项，请重选。"))
    on = value if isinstance(value, date) and not hasattr(value, "hour") else day_of(value) if hasattr(value, "hour") else None
    if on and on > day_of(at):
        raise Refused(_("“{field}”还没有到，请核对。").format(field=answer_label(name)))


def _plain(value) -> str:
    return "" if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)


@everything()
def tell(*, case, told, by, at):
    """Add a row: how he was on a day (`DayTold`; the day's row before is taken back), or an exposure (`ExposureTold`)."""
    made = _symptoms(case, told, at) if isinstance(told, DayTold) else _exposed(case, told, at)
    with transaction.atomic():
        if isinstance(told, DayTold):
            SymptomDay.objects.filter(case=case, on=told.on, dropped_at=None).update(dropped_at=at)
        [line] = advance([case], "tell", flow="case", by=by, at=at, content=lambda _case: {"row": type(made).__name__.lower()})
        made.id, made.unit_id, made.by, made.at, made.because = uuid7(), case.unit_id, by, at, line.id
        rows.insert([made])
    return made


def _symptoms(case, told, at) -> SymptomDay:
    if told.on > day_of(at) or told.on < looked_back(case, day_of(at))[0]:
        raise Refused(_("症状的日期要在可能感染的第一天和今天之间。"))
    if set(told.codes) - set(profile(case.disease, day_of(at)).symptoms):
        raise Refused(_("没有这个选项，请重选。"))
    if told.temperature is None and not told.codes:
        raise Refused(_("请填体温或者勾症状；没有症状的，填体温。"))
    return SymptomDay(case=case, on=told.on, temperature=told.temperature, symptoms=" ".join(told.codes))


def _exposed(case, told, at) -> Exposed:
    first, _last = looked_back(case, day_of(at))
    if told.kind not in EXPOSED or told.protection not in GUARDED:
        raise Refused(_("没有这个选项，请重选。"))
    if not told.from_on <= told.until_on <= day_of(at):
        raise Refused(_("暴露的日期不对：结束不早于开始，也不晚于今天。"))
    if told.until_on < first:
        raise Refused(_("这次暴露早于 {first}，不在要追溯的日子里。").format(first=first.isoformat()))
    return Exposed(case=case, kind=told.kind, from_on=told.from_on, until_on=told.until_on, place=told.place.strip(),
                   protection=told.protection, note=told.note.strip())


@everything()
def take_back(*, row, by, at):
    """A row was wrong: it counts no more, and is kept."""
    if row.dropped_at:
        raise Refused(_("这一条已经撤回了。"))
    with transaction.atomic():
        row.dropped_at = at
        rows.amend([row], "dropped_at")
        return advance([row.case], "take_back", flow="case", by=by, at=at, content=lambda _case: {"row": type(row).__name__.lower()})


@everything()
def finish_basic(*, case, by, at):
    """The basic part is complete; the full one goes on, due as the table says from the report."""
    require(case, "basic", at)
    with transaction.atomic():
        lines = advance([case], "finish_basic", flow="case", by=by, at=at)
        done(case, "basic", by, at)
    return lines


def require(case, part, at):
    """Raise Refused, naming what is not answered, where a part is not complete."""
    if left := missing(case, part, day_of(at)):
        raise Refused(_("还没有填：{fields}。问不清的选“说不清”。").format(fields=_("、").join(map(answer_label, left))))


def done(case, part, by, at):
    """Write down who finished a part, or the report, and when; the first time counts."""
    inquiry = inquiry_of(case)
    if getattr(inquiry, f"{part}_at") is None:
        Inquiry.objects.filter(case=case).update(**{f"{part}_at": at, f"{part}_by": by})
