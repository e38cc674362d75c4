"""What there is on a day to carry a policy with: rooms, tests a day, people who may mind somebody."""
from datetime import timedelta

from lianfang.ground.accounts.models import Assignment
from lianfang.response.laboratory import queries as laboratory
from lianfang.response.sites import queries as sites

MINDING = ("grid_worker", "village_cadre")
OF_ORDERS = "test_day"  # the reason under which the laboratory expects those under orders


def there_is(today, days, at) -> dict:
    """Rooms for guests (without the reserve) and those not to be had now, tubes a day, tubes of everybody else by day, minders."""
    houses, coming = sites.standing(at), laboratory.people_coming(today, days)
    share = laboratory.prevalence(today, at).share
    others = []
    for n in range(days):
        day = today + timedelta(days=n)
        people = {reason: count for reason, count in coming.get(day, {}).items() if reason != OF_ORDERS}
        others.append(laboratory.tubes_of(people, today, share))
    minders = Assignment.objects.in_force(today).filter(role__in=MINDING, account__is_active=True)
    return {"rooms": sum(one.rooms - one.reserve for one in houses), "reserve": sum(one.reserve for one in houses),
            "to_clean": sum(one.to_clean for one in houses), "per_day": laboratory.load(today, at).per_day, "share": share,
            "others": others, "minders": minders.values("account").distinct().count()}
