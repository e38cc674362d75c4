"""What somebody decides about a roster he has looked through: import it as understood, or leave it."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from .. import storage
from ..models import Import, Layout
from ..reading import fingerprint


def confirm(*, roster, layouts, by, at, basis=""):
    """Import a draft with these layouts (headers of a sheet → field and its headers), and remember them for the next such sheet."""
    known = {fingerprint(headers): mapping for headers, mapping in layouts}
    with transaction.atomic():
        for mark, mapping in known.items():
            Layout.objects.update_or_create(fingerprint=mark, defaults={"mapping": mapping, "by": by, "at": at})
        merged = {**roster.layouts, **known}
        basis = basis or roster.basis
        if not Import.objects.filter(pk=roster.pk, state="draft").update(state="waiting", layouts=merged, basis=basis):
            return roster  # somebody has pressed the button before
        journal.write([line("screening.confirm", kind="import", record=roster.pk, by=by.id, at=at, unit=roster.unit_id,
                            because=roster.because, data={"basis": basis} if basis else {})])
    roster.state, roster.layouts, roster.basis = "waiting", merged, basis
    return roster


def discard(*, roster, by, at):
    """Leave a draft: the file goes at once, the line stays."""
    with transaction.atomic():
        gone, _ = Import.objects.filter(pk=roster.pk, state="draft").delete()
        if gone:
            journal.write([line("screening.discard", kind="import", record=roster.pk, by=by.id, at=at, unit=roster.unit_id,
                                because=roster.because)])
    if gone:
        storage.drop(roster.pk, storage.ROSTER)
    return bool(gone)
