"""Whoever was exposed, by whatever loop it was found: put to the table of the exposed, and into the group that must be tested."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_of
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation import queries as orders
from lianfang.response.laboratory import queries as laboratory
from lianfang.response.testing import actions as testing
from lianfang.response.testing import queries as test_groups

UNKNOWN = "unknown"


def exposed(person, unit, on, because, *, disease, kind, exposure_on, age=None, special="", negative=UNKNOWN) -> isolation.Finding:
    """Somebody (by id, at a unit) as the table of the exposed asks for him; what nobody has said is unknown, never assumed."""
    return isolation.Finding(person_id=person, unit_id=unit, on=on, because=because, table="exposed",
                             facts={"disease": disease, "kind": kind, "exposure_on": exposure_on, "age": UNKNOWN if age is None else age,
                                    "special": special or UNKNOWN, "negative": negative, "symptoms": UNKNOWN})


def must_be_tested(group, source, people, lines):
    """People (by id) are in a group, where the day's table has one."""
    at = lines[0].at
    entries = [testing.Entry(person, group, source, at, is_known=True) for person in people]
    if entries and test_groups.group(group, day_of(at)):
        testing.enrol(entries=entries, by=named(SYSTEM), at=at, because=lines[0].id)


def negative_twice(since) -> dict:
    """Of persons by id with the day since which it counts: whether their first two tests were negative, by whoever knows two; a positive
    that either knows stands against the other."""
    told = [ask(list(since), since) for ask in (laboratory.negative_twice, orders.negative_twice)]
    return {pk: all(one[pk] for one in told if pk in one) for pk in since if any(pk in one for one in told)}
