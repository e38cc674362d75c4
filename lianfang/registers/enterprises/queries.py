"""What others may ask about firms."""
from lianfang.ground.documents import sign, verify

from .models import Firm

KIND = "F"
TAIL = 6  # signs of the credit code that a firm says at its door


def firms(reach):
    """The firms within a reach, by name."""
    return Firm.objects.filter(unit__path__under=reach, closed_at=None).select_related("unit").order_by("title")


def firm_code(firm) -> str:
    """The signed code by which a firm comes to its own page."""
    return sign(KIND, firm.number)


def firm_of_code(code) -> Firm | None:
    """The firm a code stands for, whoever asks within his reach."""
    found = verify(code or "")
    if found is None or found.kind != KIND:
        return None
    return Firm.objects.select_related("unit").filter(number=found.id, closed_at=None).first()


def firm_named(pk) -> Firm | None:
    """A firm by its id, within the reader's reach."""
    return Firm.objects.filter(pk=pk, closed_at=None).first()
