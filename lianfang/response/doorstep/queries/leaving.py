"""Who is out with leave, and what was proved of somebody's journeys."""
from ..models import Leave, TripProof


def leaves_of(person):
    """His comings and goings, the newest first."""
    return Leave.objects.filter(person=person).order_by("-out_at")


def out_among(people, at) -> set:
    """Those of these persons who are out with leave, and not yet due back; past the scope: a gate lies elsewhere."""
    found = Leave._base_manager.filter(person__in=people, back_at=None, out_at__lte=at, due__gt=at)
    return set(found.values_list("person_id", flat=True))


def proofs_of(person):
    """What his proofs of a journey came to, the newest first."""
    return TripProof.objects.filter(person=person).order_by("-pk")
