"""Members with why they are, and what is known of their tests."""
from ..models import Belonging, Member, Outcome


def member_named(pk) -> Member | None:
    """A member within the reader's reach, with his person."""
    return Member.objects.select_related("person", "unit").filter(pk=pk).first()


def belongings_of(members) -> dict:
    """The groups members are in now, by member id, the oldest first."""
    found = {}
    for one in Belonging.objects.filter(member__in=members, until_at=None).order_by("from_at", "pk"):
        found.setdefault(one.member_id, []).append(one)
    return found


def outcomes_of(person) -> list[Outcome]:
    """What is known of somebody's tests, the latest first."""
    return list(Outcome.objects.filter(person=person).select_related("by").order_by("-taken_at"))
