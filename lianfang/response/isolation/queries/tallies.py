"""Orders counted in four ways, of nobody by name: what may stay when the orders themselves are gone."""
from collections import Counter

from django.db.models import Count
from django.db.models.functions import TruncMonth

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI
from lianfang.ground.units.models import RANK, Unit
from lianfang.registers.people.models import full_years

from ..models import Order

DECADE, OLDEST = 10, 80
CLAUSE = 120  # characters of a clause that name it


@everything()
def tallies() -> dict[str, Counter]:
    """By kind, how many orders stand in each (row, column): by township, month and clause with the measure, by age with the sex."""
    return {"township": _by_township(), "month": _by_month(), "clause": _by_clause(), "age": _by_age()}


def _by_township():
    paths = dict(Unit.objects.values_list("pk", "path"))
    wide = {pk: name for pk, level, name in Unit.objects.filter(level__in=("county", "township")).values_list("pk", "level", "name")
            if RANK[level] <= RANK["township"]}
    found = Counter()
    for unit, measure, number in Order.objects.values_list("unit", "measure").annotate(n=Count("pk")).order_by():
        chain = [int(part) for part in paths[unit].strip("/").split("/")]
        found[[wide[one] for one in chain if one in wide][-1], measure] += number
    return found


def _by_month():
    month = TruncMonth("issued_at", tzinfo=SHANGHAI)
    rows = Order.objects.annotate(month=month).values_list("month", "measure").annotate(n=Count("pk")).order_by()
    return Counter({(f"{month:%Y-%m}", measure): number for month, measure, number in rows})


def _by_clause():
    found = Counter()
    for clause, measure, number in Order.objects.values_list("verdict__clause", "measure").annotate(n=Count("pk")).order_by():
        found[clause[:CLAUSE], measure] += number
    return found


def _by_age():
    found = Counter()
    people = Order.objects.values_list("person__birth_on", "person__sex", "from_on").annotate(n=Count("person", distinct=True)).order_by()
    for born, sex, on, number in people:
        age = full_years(born, on) if born else None
        row = "" if age is None else f"{OLDEST}+" if age >= OLDEST else f"{age // DECADE * DECADE}–{age // DECADE * DECADE + DECADE - 1}"
        found[row, sex] += number
    return found
