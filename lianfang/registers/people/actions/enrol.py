"""Somebody as his papers say comes under a category: nobody without one, and nobody where one cannot be taken."""
from ..models import Person
from .join import join
from .take_up import take_up_all


def enrol(*, told, unit_id, category, source, on, by, at, because=None, is_told=False) -> list[Person]:
    """The person of each that is told of (Somebody), under the category from a day on; known by his number, or by name and phone.

    In the caller's transaction. Who cannot be placed at a door stands at `unit_id`. Raises Refused for a number that bears another name,
    or for a number of nobody where no name is said.
    """
    people = take_up_all(asked=told, unit_id=unit_id, by=by, at=at, because=because)
    join(people=list({one.pk: one for one in people}.values()), category=category, source=source, from_on=on, by=by, at=at, because=because,
         is_told=is_told)
    return people
