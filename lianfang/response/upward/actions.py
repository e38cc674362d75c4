"""Reports to the city: an event is opened, reported first, followed, ended, corrected, answered; or is none to report."""
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.ground.workflow.models import Turn
from lianfang.registers.outside.actions import keep_answer
from lianfang.registers.outside.models import WAYS
from lianfang.registers.people.models import Person

from .clocks import first_due
from .figures import gives_away, names_around
from .models import KINDS, Event, Report

RULE = "upward_rule"


def must_go_up(disease, klass, on) -> bool:
    """Whether a single case of this class is reported to the city; what the table leaves open goes up."""
    return bool(klass) and decisions.decide(RULE, {"disease": disease, "klass": klass}, on=on).result["report"] != "none"


@everything()
def open_event(*, kind, title, unit, found_at, known_at, by, at, record=None, person=None, disease="", klass="", because=None) -> Event:
    """Something goes up: found when, known when; of a case (by its id) there is one. Raises Refused for times that cannot be, and where the
    title tells who it is."""
    if there := record and Event.objects.filter(record=record).first():
        return there
    if kind not in KINDS or not title.strip():
        raise Refused(_("请写明是什么情况，几例、什么病，不写姓名。"))
    if not found_at <= known_at <= at:
        raise Refused(_("时间不对：发现不晚于知道，知道不能在以后。"))
    _refuse_named(title, person, record)
    made = Event(id=uuid7(), unit_id=unit, kind=kind, record=record, person_id=person, disease=disease, klass=klass, title=title.strip(),
                 found_at=found_at, known_at=known_at, first_due=first_due(kind, disease, known_at), opened_by=by, opened_at=at,
                 because=because)
    try:
        with transaction.atomic():
            rows.insert([made])
            [told] = advance([made], "open_event", flow="event", by=by, at=at, because=because, content=lambda one: {"kind": one.kind})
            if because is None:
                made.because = told.id
                rows.amend([made], "because")
            open_turns("event", [made], at=at, because={made.pk: told.id})
    except IntegrityError:
        return Event.objects.get(record=record)
    return made


@everything()
def open_case(*, record, person, unit, disease, klass, title, found_at, known_at, by, at, because=None) -> Event | None:
    """A case (by its id) is reported or corrected: its event is opened where its class goes up; nothing where the table says so."""
    if not must_go_up(disease, klass, day_of(at)):
        return None
    known_at = min(known_at, at)
    return open_event(kind="case", title=title, unit=unit, found_at=min(found_at, known_at), known_at=known_at, by=by, at=at,
                      record=record, person=person, disease=disease, klass=klass, because=because)


@everything()
def drop_case(*, record, by, at, because=None):
    """The case was none: what was not reported yet goes up no more; what was, is corrected by a person."""
    for event in Event.objects.filter(record=record, state="first"):
        event.closed_at = at
        advance([event], "drop_event", flow="event", by=by, at=at, because=because, also=("closed_at",))


@everything()
def report_first(*, event, words, reported_at, way, to, by, at, source="") -> Report:
    """The first report was made: when, to whom, how; `source` says who made it where it was made by phone by somebody else."""
    return _report(event, "report_first", "first", words, reported_at, way, to, source, by, at)


@everything()
def report_progress(*, event, words, reported_at, way, to, by, at, source="") -> Report:
    """How it goes on."""
    return _report(event, "report_progress", "progress", words, reported_at, way, to, source, by, at)


@everything()
def report_final(*, event, words, reported_at, way, to, by, at, source="") -> Report:
    """It is over."""
    return _report(event, "report_final", "final", words, reported_at, way, to, source, by, at)


@everything()
def report_correction(*, event, words, reported_at, way, to, by, at, source="") -> Report:
    """Something that was reported is corrected; the report before stays as it was."""
    return _report(event, "report_correction", "correction", words, reported_at, way, to, source, by, at)


def _report(event, step, stage, words, reported_at: datetime, way, to, source, by, at) -> Report:
    if not (words.strip() and to.strip()) or way not in WAYS:
        raise Refused(_("请写明报给谁、报了什么。"))
    if way == "phone" and not source.strip():
        raise Refused(_("电话报的，请写明谁打的。"))
    before = event.reports.order_by("-reported_at", "-pk").first()
    since = before.reported_at if before else event.known_at
    if not since.replace(second=0, microsecond=0) <= reported_at <= at:
        raise Refused(_("报告时间不对：不早于知道的时间和上一次报告，也不能在以后。"))
    _refuse_named(words, event.person_id, event.record)
    turn = Turn.objects.open().filter(record=event.pk).first()
    made = Report(id=uuid7(), event=event, unit_id=event.unit_id, stage=stage, words=words.strip(), reported_at=reported_at,
                  due=turn.due if turn and stage != "correction" else None,
                  minutes=max(int((reported_at - since).total_seconds() // 60), 0), way=way, to=to.strip(), source=source.strip(),
                  by=by, at=at)
    if stage == "final":
        event.closed_at = at
    with transaction.atomic():
        [told] = advance([event], step, flow="event", by=by, at=at, also=("closed_at",),
                         content=lambda _one: {"stage": stage, "minutes": made.minutes})
        made.because = told.id
        rows.insert([made])
    return made


@everything()
def take_answer(*, report, said, by, at):
    """The city's receipt of a report: number, name, time (outside.Said)."""
    with transaction.atomic():
        [told] = advance([report.event], "take_answer", flow="event", by=by, at=at, content=lambda _one: {"stage": report.stage})
        keep_answer(record=report, kind="told", said=said, by=by, at=at, because=told.id, since=report.reported_at)
    return told


@everything()
def drop_event(*, event, why, by, at):
    """Not to be reported after all: why."""
    if not why.strip():
        raise Refused(_("请写明为什么不用上报。"))
    event.why, event.closed_at = why.strip(), at
    return advance([event], "drop_event", flow="event", by=by, at=at, also=("why", "closed_at"))


def _refuse_named(words, person, record):
    names = [*Person.objects.filter(pk=person).values_list("name", flat=True), *(names_around(record) if record else ())]
    if found := gives_away(words, names):
        raise Refused(_("报告里不能有姓名、号码：{found}。只写几例、几岁、哪个乡镇。").format(found=found[:1] + "…"))


def print_report(*, report, by, at):
    """Print a report; returns its line."""
    told = line_of(report, "upward.print_report", kind="report", by=by, at=at)
    with transaction.atomic():
        journal.write([told])
    return told
