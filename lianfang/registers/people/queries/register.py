"""The register of persons: lists, heads, households, categories."""
from django.db.models import Exists, OuterRef, Q

from lianfang.ground.units.models import Unit

from ..models import Category, Membership, Person
from ..vocabulary import CLOSE

INVESTIGATE = "investigate"


def persons(ids) -> dict:
    """Persons by id, with their units; who is out of scope is left out."""
    return Person.objects.select_related("unit").in_bulk(list(ids))


def people_listed(reach):
    """The register within a reach, newest first."""
    return Person.objects.filter(unit__path__under=reach).select_related("unit").order_by("-pk")


def under(category) -> Exists:
    """The condition on persons: now or once under a category."""
    return Exists(Membership.objects.filter(person=OuterRef("pk"), category=category))


def standing(code, on) -> Q:
    """The condition on persons: "now" under some category on a day, or "past": once, and no longer."""
    held = Membership.objects.filter(person=OuterRef("pk"))
    now = Exists(held.filter(Q(until_on=None) | Q(until_on__gt=on)))
    return Q(now) if code == "now" else Q(Exists(held)) & ~Q(now)


def hidden(rights) -> tuple:
    """Codes of the categories that an account with these rights is not shown."""
    return () if INVESTIGATE in rights else CLOSE


def memberships_of(people, rights=()) -> dict:
    """Memberships of persons with their categories, as shown to an account with these rights, by person id, newest first."""
    found = {}
    rows = Membership.objects.filter(person__in=people).exclude(category__in=hidden(rights))
    for each in rows.select_related("category").order_by("-from_on"):
        found.setdefault(each.person_id, []).append(each)
    return found


class Places:
    """Where units lie, in words: names above them are asked once, for many at once when they are told beforehand."""

    def __init__(self, units=()):
        self._names = {}
        self.learn(units)

    def learn(self, units) -> None:
        """Ask for all names above these units that are not yet known; one query."""
        self._names |= {unit.pk: unit.name for unit in units}
        unknown = {pk for unit in units for pk in unit.ancestor_ids} - self._names.keys()
        if unknown:
            self._names |= Unit.objects.filter(pk__in=unknown).values_list("pk", "name")

    def of(self, unit) -> str:
        """The words for one unit, from the town down."""
        self.learn([unit])
        chain = unit.ancestor_ids
        return " ".join(self._names[step] for step in (chain[1:] or chain))


def whereabouts(units) -> dict[int, str]:
    """Where units lie, in words from the town down, by unit id; one query."""
    units = list(units)
    places = Places(units)
    return {unit.pk: places.of(unit) for unit in units}


def household(person):
    """The people of one door (S0-14): others recorded at the same door as this person; nobody while he is not placed at one."""
    if person.unit.level != "door":
        return Person.objects.none()
    return Person.objects.filter(unit=person.unit_id).exclude(pk=person.pk).order_by("birth_on")


def categories_in_force(on, rights=()):
    """Categories somebody may come under on a day, as shown to an account with these rights."""
    found = Category.objects.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lte=on)
    return found.exclude(pk__in=hidden(rights)).order_by("code")
