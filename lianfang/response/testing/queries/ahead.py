"""How many tests fall due on the days to come."""
from collections import Counter
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_end, day_of

from ..models import Member


@everything()
def dues_ahead(on, days) -> dict:
    """How many people of the groups are due on each of so many days from a day on; who is overdue counts on the first."""
    dues = Member.objects.present().filter(due_at__lt=day_end(on + timedelta(days=days - 1))).values_list("due_at", flat=True)
    return dict(Counter(max(day_of(due), on) for due in dues))
