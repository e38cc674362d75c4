"""Asking a table about many at once, and keeping every verdict."""
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from ... import rows
from ...units.models import Unit
from .. import current, verdict
from ..evaluator.ruling import Ruling


@dataclass(slots=True)
class Case:
    """Somebody a table is asked about: the subject, where, the facts, and the journal line that brought them."""

    subject: UUID
    unit: Unit
    facts: dict
    because: UUID | None = None


@transaction.atomic
def rule_many(*, table, cases: Iterable[Case], on, at) -> list[tuple[Ruling, object]]:
    """Ask a table about many and keep every verdict; returns (ruling, verdict) in the order of the cases."""
    ruled = []
    for case in cases:
        ruling = current.decide(table, case.facts, unit=case.unit.path, on=on)
        ruled.append((ruling, verdict(ruling, subject=case.subject, unit_id=case.unit.pk, on=on, at=at, because=case.because)))
    rows.insert([kept for _, kept in ruled])
    return ruled
