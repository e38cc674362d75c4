"""Rosters handed in, their answers and their faults."""
from .. import storage
from ..models import Import, Lead, RowFault

COUNTS = ("rows", "accepted", "rejected", "created", "merged")


def rosters(reach):
    """Rosters handed in for units within a reach, newest first."""
    return Import.objects.filter(unit__path__under=reach).select_related("unit", "by").order_by("-at", "-pk")


def faults_of(roster, level=""):
    """What was wrong with its rows, in the file's order."""
    found = RowFault.objects.filter(roster=roster).order_by("position", "level")
    return found.filter(level=level) if level else found


def answer(roster) -> dict:
    """What an import came to, as JSON, with its own id."""
    more = {"basis": roster.basis} if roster.basis else {}
    return answer_of(roster, faults_of(roster)) | {"import": str(roster.pk), "state": roster.state} | more


def answer_of(roster, faults) -> dict:
    """Counts, and each fault with its place; warnings carry their level."""
    told = [{"sheet": f.sheet, "row": f.row, "column": f.column, "code": f.code, "message": f.message,
             **({"level": f.level} if f.level == "warning" else {})} for f in faults]
    return {name: getattr(roster, name) for name in COUNTS} | {"faults": told}


def leads_of(roster):
    """The leads a roster brought, with whom they were matched to."""
    return Lead.objects.filter(roster=roster).select_related("unit", "person", "entry").order_by("sheet", "row")


def has_correction(roster) -> bool:
    """Whether the sheet of rows that were not taken is still kept."""
    return storage.CORRECTION.holds(roster.pk)


def has_sender(roster) -> bool:
    """Whether a list of leads is still kept as it came."""
    return storage.SENDER.holds(roster.pk)


def correction(roster) -> bytes | None:
    """The rows that were not taken, as a sheet that imports as it is once mended; None when there are none."""
    return storage.CORRECTION.content(roster.pk)
