"""Files nobody has come back for: rosters looked at and never imported, correction sheets; they go when the table says so."""
from datetime import timedelta

from django.db import transaction

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from .. import storage
from ..models import Import

TABLE = "keeping"


@everything()
def expire(*, at):
    """Delete the drafts and correction sheets that have been kept as long as the table of each one's place says; one line each."""
    by = named(SYSTEM)
    for roster in Import.objects.filter(state="draft").select_related("unit").order_by("pk"):
        if _is_over("draft", roster, roster.at, at):
            _forget(roster, storage.ROSTER, by, at)
    for file, part in (("correction", storage.CORRECTION), ("sender", storage.SENDER)):
        for roster in Import.objects.filter(pk__in=part.ids(), state="done").select_related("unit").order_by("pk"):
            if _is_over(file, roster, roster.done_at, at):
                _forget(roster, part, by, at)


def _is_over(file, roster, since, at) -> bool:
    days = decisions.decide(TABLE, {"file": file}, unit=roster.unit.path, on=day_of(at)).result["days"]
    return days is not None and since + timedelta(days=days) <= at


def _forget(roster, part, by, at):
    with transaction.atomic():
        if part == storage.ROSTER and not Import.objects.filter(pk=roster.pk, state="draft").delete()[0]:
            return  # somebody has just imported it
        journal.write([line("screening.expire", kind="import", record=roster.pk, by=by.id, at=at, unit=roster.unit_id,
                            because=roster.because, data={"file": part.ending})])
    part.drop(roster.pk)
