"""`{% load people %}`: the head of a person's page and where somebody lives, for whoever shows them."""
from django import template

from lianfang.ground.days import today

from .. import queries

register = template.Library()


@register.inclusion_tag("people/head.html", takes_context=True)
def person_head(context, person):
    """Masked name, sex, age, where he lives, his categories, his household, and the way behind the mask."""
    request = context["request"]
    rights = getattr(request, "rights", ())
    return {"person": person, "age": person.age(today()), "place": place(person.unit),
            "memberships": queries.memberships_of([person], rights).get(person.pk, []), "household": list(queries.household(person)[:12]),
            "may_open": "open" in rights, "may_record": "record" in rights, "may_trace": "trace" in rights,
            "may_protect": "protect" in rights, "request": request}


@register.simple_tag
def place(unit):
    """Where a unit lies, from the town down."""
    return queries.whereabouts([unit])[unit.pk]


@register.filter
def at(found, key):
    """The value of a key: `places|at:person.unit_id`."""
    return found.get(key, "")
