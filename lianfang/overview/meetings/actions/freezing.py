"""Freezing all figures of a unit and of each unit below it at a cut-off: what a meeting talks of does not move under it."""
from django.db import transaction

from lianfang.ground import documents, indicators, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.models import Seal
from lianfang.ground.units.models import Unit

from ..models import Facts, Reading


def freeze(*, unit, cut_off_at, by, at, edition="", because=None) -> Facts:
    """The facts of a unit at a cut-off: those that stand, or new ones as known then, with the head of the journal."""
    journal.seal()
    with everything():
        if standing := Facts.objects.filter(unit=unit, cut_off_at=cut_off_at).first():
            return standing
        found = indicators.booked(unit, cut_off_at, by=by, now=at)
        with transaction.atomic():
            Unit.objects.select_for_update().get(pk=unit.pk)
            standing = Facts.objects.filter(unit=unit, cut_off_at=cut_off_at).first()
            return standing or _kept(unit, cut_off_at, edition, found, by, at, because)


def _kept(unit, cut_off_at, edition, found, by, at, because) -> Facts:
    head = Seal.objects.order_by("-position").first()
    position, sealed = (head.position, head.hash) if head else (0, "")
    facts = Facts(id=uuid7(), unit=unit, edition=edition, cut_off_at=cut_off_at, made_at=at, journal_position=position, journal_hash=sealed,
                  check_code=code_of(unit, cut_off_at, found, position, sealed))
    rows.insert([facts])
    rows.insert([Reading(id=uuid7(), facts=facts, unit_id=pk, figures=figures) for pk, figures in found.items()])
    journal.write([line("meetings.freeze", kind="facts", record=facts.pk, by=by.id, at=at, unit=unit.pk, because=because,
                        data={"cut_off": cut_off_at.astimezone(SHANGHAI).isoformat(), "check_code": facts.check_code})])
    return facts


def code_of(unit, cut_off_at, found, position, sealed) -> str:
    """The code over all frozen figures and the head of the journal."""
    figures = [(pk, sorted(found[pk].items())) for pk in sorted(found)]
    return documents.check_code(str(unit.pk), cut_off_at.astimezone(SHANGHAI).isoformat(), figures, position, sealed)
