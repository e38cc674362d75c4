"""Seal slips: which doors want one, whose mark was read, what each look found."""
from django.db.models import Exists, OuterRef

from lianfang.ground import documents
from lianfang.registers.territory.models import Door

from ..models import Seal, SealCheck
from ..models.seal import UNFINISHED

KIND = "S"  # of the code on a slip
VACANT = ("empty", "rented")


def doors_to_seal(reach):
    """Empty and rented homes within a reach that have no slip, in the order one walks."""
    there = Seal._base_manager.filter(unit=OuterRef("unit"), state__in=UNFINISHED)
    found = Door.objects.filter(unit__path__under=reach, unit__until_on=None, use="home", occupancy__in=VACANT)
    return found.exclude(Exists(there)).select_related("unit").order_by("unit__path")


def sealed_as(code) -> Seal | None:
    """The slip of a code however it was typed, within the scope; None for no code of ours."""
    signed = documents.verify(code)
    if signed is None or signed.kind != KIND or not isinstance(signed.id, int):
        return None
    return Seal.objects.filter(year=signed.id // 1_000_000, serial=signed.id % 1_000_000).select_related("unit").first()


def code_of(seal) -> str:
    """The code on a slip."""
    return documents.sign(KIND, seal.code)


def looks_of(seal):
    """What was found at a slip, the newest first."""
    return SealCheck.objects.filter(seal=seal).select_related("by").order_by("-at")
