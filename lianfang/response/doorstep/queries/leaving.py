"""Who is out with leave, and what was proved of somebody's journeys."""
from ..models import Leave, TripProof


def leaves_of(person):
    """His comings and goings, the newest first."""
    return Leave.objects.filter(person=person).order_by("-out_at")


def proofs_of(person):
    """What his proofs of a journey came to, the newest first."""
    return TripProof.objects.filter(person=person).order_by("-pk")
