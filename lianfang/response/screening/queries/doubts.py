"""What rosters left open."""
from difflib import SequenceMatcher

from lianfang.ground.vault.masks import STAR

from ..models import Doubt

OPEN = ("unplaced", "disputed")


def doubts_open(reach, kind=""):
    """Open doubts within a reach, oldest first."""
    found = Doubt.objects.filter(unit__path__under=reach, state__in=OPEN).select_related("person", "unit", "roster")
    return (found.filter(kind=kind) if kind else found).order_by("asked_at", "pk")


def doubt_named(pk):
    """One doubt within the scope, or None."""
    return Doubt.objects.filter(pk=pk).select_related("person__unit", "unit", "roster__unit").first()


def contrasted(known: str, said: str) -> tuple[str, str]:
    """Two names with only what differs, and the first character, to be seen: 周＊远 and 周＊选."""
    left, right = [known[:1]], [said[:1]]
    for tag, a, b, c, d in SequenceMatcher(None, known[1:], said[1:], autojunk=False).get_opcodes():
        left.append(STAR * (b - a) if tag == "equal" else known[1:][a:b])
        right.append(STAR * (d - c) if tag == "equal" else said[1:][c:d])
    return "".join(left), "".join(right)
