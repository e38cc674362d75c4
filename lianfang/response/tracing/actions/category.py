"""Who is a contact is on record as one, from the day of his last exposure; who is nobody's any more is not."""
from collections import defaultdict

from django.utils.translation import gettext_noop

from lianfang.ground.days import day_of
from lianfang.registers.people.actions import join, leave
from lianfang.registers.people.models import Person

from ..models import RULED_OUT, Contact

CATEGORY = "contact"


def enter(exposed, by, at):
    """Put persons, (person, day of the last exposure) each, under the category."""
    by_day = defaultdict(list)
    for person, on in exposed:
        by_day[on].append(person)
    for on, people in by_day.items():
        join(people=people, category=CATEGORY, source=gettext_noop("流调：密接判定"), from_on=on, by=by, at=at, is_told=True)


def let_go(contacts, by, at, because=None):
    """End it for those of these contacts whom nobody else has as one."""
    people = {contact.person_id for contact in contacts}
    held = set(Contact.objects.filter(person__in=people).exclude(state__in=RULED_OUT).values_list("person_id", flat=True))
    leave(people=list(Person.objects.filter(pk__in=people - held)), category=CATEGORY, until_on=day_of(at), by=by, at=at, because=because)
