"""Which tests the running orders ask for on the days to come."""
from collections import Counter
from datetime import timedelta

from django.db.models import Count

from lianfang.ground.accounts.scope import everything

from ..models import Order


@everything()
def tests_ahead(on, days) -> dict:
    """How many people have a test day on each of so many days from a day on; of the whole county, nobody's name."""
    counts, last = Counter(), on + timedelta(days=days)
    alike = Order.objects.filter(closed_at=None, until_on__gt=on).values_list("base_on", "until_on", "test_days")
    for base_on, until_on, numbers, people in alike.annotate(people=Count("pk")).order_by():
        for n in numbers:
            if on <= (day := base_on + timedelta(days=n)) < min(last, until_on):
                counts[day] += people
    return dict(counts)
