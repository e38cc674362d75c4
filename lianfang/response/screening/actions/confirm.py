"""What somebody decides about a roster he has looked through: import it as understood, or leave it."""
from django.db import transaction

from lianfang.ground.accounts.scope import held
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from .. import storage
from ..models import Import, Layout
from ..queries.layouts import confirmed
from ..reading import fingerprint


def confirm(*, roster, layouts, by, at, basis=""):
    """Import a draft with these layouts (headers of a sheet → field and its headers), and remember them for such sheets.

    What is said anew holds in the confirmer's unit and below: for the other sheets there, and in place of what was said nearer by.
    """
    known = {fingerprint(headers): mapping for headers, mapping in layouts}
    with transaction.atomic():
        _remember(known, roster.unit, by, at)
        merged = {**roster.layouts, **known}
        basis = basis or roster.basis
        if not Import.objects.filter(pk=roster.pk, state="draft").update(state="waiting", layouts=merged, basis=basis):
            return roster  # somebody has pressed the button before
        journal.write([line("screening.confirm", kind="import", record=roster.pk, by=by.id, at=at, unit=roster.unit_id,
                            because=roster.because)])
    roster.state, roster.layouts, roster.basis = "waiting", merged, basis
    return roster


def _remember(said, unit, by, at):
    before, place = confirmed(unit), _place_of(by, unit, at)
    for mark, mapping in said.items():
        if mark in before and before[mark].mapping == mapping:
            continue
        Layout.objects.filter(fingerprint=mark, unit__in=unit.ancestor_ids, unit__path__under=place.path).exclude(unit=place).delete()
        Layout.objects.update_or_create(fingerprint=mark, unit=place, defaults={"mapping": mapping, "by": by, "at": at})


def _place_of(by, unit, at):
    """The nearest unit at which the confirmer brings in rosters; the roster's own for whoever has none."""
    over = [a.unit for a in held(by, day_of(at)) if "enlist" in a.rights and unit.path.startswith(a.unit.path)]
    return max(over, key=lambda place: len(place.path), default=unit)


def discard(*, roster, by, at):
    """Leave a draft: the file goes at once, the line stays."""
    with transaction.atomic():
        gone, _ = Import.objects.filter(pk=roster.pk, state="draft").delete()
        if gone:
            journal.write([line("screening.discard", kind="import", record=roster.pk, by=by.id, at=at, unit=roster.unit_id,
                                because=roster.because)])
    if gone:
        storage.ROSTER.drop(roster.pk)
    return bool(gone)
