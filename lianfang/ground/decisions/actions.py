"""What may be done with tables: a county drafts its own version, a second person approves it; and many verdicts at once."""
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from .. import rows
from ..journal import actions as journal
from ..journal import line
from ..units.models import Unit
from . import current, registry, verdict
from .checks import check
from .evaluator.ruling import Ruling
from .evaluator.table import Fault
from .models import TableVersion
from .wording import sentence

NUMBERS = 7004  # the lock of whoever hands out version numbers


class Refused(ValueError):
    """A version that may not be drafted or approved; `faults` says why, row by row."""

    def __init__(self, says: str, faults: Iterable[Fault] = ()):
        self.faults = list(faults)
        super().__init__(" ".join([says, *(sentence(fault) for fault in self.faults[:5])]))


@dataclass(slots=True)
class Case:
    """Somebody a table is asked about: the subject, where, the facts, and the journal line that brought them."""

    subject: UUID
    unit: Unit
    facts: dict
    because: UUID | None = None


@transaction.atomic
def draft_version(*, table, area, from_on, text, examples, by, at, until_on=None) -> TableVersion:
    """Put down a county's own version for an area; its cells and examples must be right already, only the second person is lacking."""
    if table not in registry.names():
        raise Refused(_("没有叫“{name}”的规则表。").format(name=table))
    if until_on is not None and until_on <= from_on:
        raise Refused(_("止日要在起日之后。"))
    rows.one_at_a_time(NUMBERS)
    number = (TableVersion.objects.filter(table=table).aggregate(top=Max("number"))["top"] or 0) + 1
    version = TableVersion(table=table, number=number, area=area, from_on=from_on, until_on=until_on, text=text, examples=examples,
                           drafted_by=by, drafted_at=at)
    if faults := faults_of(version):
        raise Refused(_("这一版还不能用："), faults)
    version.save(force_insert=True)
    _told("decisions.draft_version", version, by, at)
    return version


@transaction.atomic
def approve_version(*, version, by, at) -> TableVersion:
    """Bring a drafted version into force: by another person than who drafted it, when its examples still pass and nothing ties with it."""
    version = TableVersion.objects.select_for_update().select_related("area").get(pk=version.pk)
    if version.approved_at is not None:
        raise Refused(_("这一版已经批准过。"))
    if version.drafted_by_id == by.pk:
        raise Refused(_("起草人不能批准自己的规则，请另一人批准。"))
    if faults := faults_of(version):
        raise Refused(_("这一版还不能用："), faults)
    _succeed(version)
    version.approved_by, version.approved_at = by, at
    version.save()
    _told("decisions.approve_version", version, by, at)
    current.forget()  # this process at once; others within a second of the commit
    transaction.on_commit(current.forget)
    return version


def _succeed(version):
    """Versions of one table and area follow each other: the one before ends where this begins, this ends where a later one begins."""
    others = current.approved().filter(table=version.table, area=version.area)
    others.filter(Q(until_on=None) | Q(until_on__gt=version.from_on), from_on__lt=version.from_on).update(until_on=version.from_on)
    later = others.filter(from_on__gt=version.from_on).order_by("from_on").values_list("from_on", flat=True).first()
    if later and (version.until_on is None or version.until_on > later):
        version.until_on = later


def _told(verb, version, by, at):
    journal.write([line(verb, kind="table_version", record=version.pk, by=by.pk, at=at, unit=version.area_id,
                        data={"table": version.table, "version": version.mark, "from": version.from_on.isoformat()})])


def faults_of(version) -> list[Fault]:
    """What is wrong with a version, read beside the rows it will stand with; an example without a unit is one of its own area."""
    own = current.read(version)
    if own.faults:
        return own.faults
    if outside := [Fault("outside_area", row.number) for row in own.rows if not _within(row, version)]:
        return outside
    return check(current.standing_with(version), version.examples, labels=registry.shipped(version.table).labels, mark=version.mark,
                 path_of=current.path_of, elsewhere=version.area.path)


def _within(row, version) -> bool:
    """Whether a row that names its own area or days stays inside those of its version."""
    inside = row.area == str(version.area_id) or f"/{version.area_id}/" in (current.path_of_id(row.area) or "")
    return inside and row.from_on >= version.from_on and (version.until_on is None or row.until_on <= version.until_on)


@transaction.atomic
def rule_many(*, table, cases: Iterable[Case], on, at) -> list[tuple[Ruling, object]]:
    """Ask a table about many and keep every verdict; returns (ruling, verdict) in the order of the cases."""
    ruled = []
    for case in cases:
        ruling = current.decide(table, case.facts, unit=case.unit.path, on=on)
        ruled.append((ruling, verdict(ruling, subject=case.subject, unit_id=case.unit.pk, on=on, at=at, because=case.because)))
    rows.insert([kept for _, kept in ruled])
    return ruled
