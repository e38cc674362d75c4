"""The register of persons: lists, heads, households, categories."""
from django.db.models import Exists, OuterRef, Q

from ..models import Category, Membership, Person


def persons(ids) -> dict:
    """Persons by id, with their units; who is out of scope is left out."""
    return Person.objects.select_related("unit").in_bulk(list(ids))


def people_listed(reach, *, category="", unit_path="", standing="", on):
    """The register within a reach: under a category or any, below a unit, now under a category ("now"), or no longer ("past")."""
    under = Membership.objects.filter(person=OuterRef("pk"), **({"category": category} if category else {}))
    now = Q(until_on=None) | Q(until_on__gt=on)
    found = Person.objects.filter(unit__path__under=reach & unit_path if unit_path else reach).select_related("unit")
    if standing == "past":
        found = found.filter(Exists(under)).exclude(Exists(under.filter(now)))
    elif standing == "now":
        found = found.filter(Exists(under.filter(now)))
    elif category:
        found = found.filter(Exists(under))
    return found.order_by("-pk")


def memberships_of(people) -> dict:
    """Memberships of persons with their categories, by person id, newest first."""
    found = {}
    for each in Membership.objects.filter(person__in=people).select_related("category").order_by("-from_on"):
        found.setdefault(each.person_id, []).append(each)
    return found


def household(person):
    """The people of one door (S0-14): others recorded at the same door as this person; nobody while he is not placed at one."""
    if person.unit.level != "door":
        return Person.objects.none()
    return Person.objects.filter(unit=person.unit_id).exclude(pk=person.pk).order_by("birth_on")


def categories_in_force(on):
    """Categories somebody may come under on a day."""
    return Category.objects.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on).order_by("code")
