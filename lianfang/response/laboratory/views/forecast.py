"""The days ahead: what waits and comes over what can be done; the pool size that costs the fewest tests, with its formula."""
from django.shortcuts import render

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.units.fields import TOP

from .. import queries
from ..models import REASONS
from ..rules import capacity


@may("assay", sees="assay")
def forecast(request):
    """The prevalence is that of the last days, unless the reader tries another."""
    at, on = now(), day_of(now())
    rule = capacity(on, TOP)
    found, asked = queries.prevalence(on, at), _share(request.GET.get("p", ""))
    share = found.share if asked is None else asked
    coming = queries.people_coming(on, rule["ahead"])
    days = queries.forecast(on, at, {day: queries.tubes_of(counts, on, share) for day, counts in coming.items()})
    pooled = sum(counts["group"] for counts in coming.values())
    page = {"at": at, "days": [(day, [(REASONS[reason], n) for reason, n in sorted(coming.get(day.on, {}).items())]) for day in days],
            "rule": rule, "share": share, "percent": f"{share * 100:.3f}".rstrip("0").rstrip("."), "found": found,
            "is_tried": asked is not None, "pooled": pooled, "sizes": queries.pool_sizes(share, pooled, on),
            "most": max([day.waiting + day.coming for day in days] + [rule["per_day"]])}
    return render(request, "laboratory/forecast.html", page)


def _share(text) -> float | None:
    """A share as somebody types it, in percent; None of anything else."""
    try:
        share = float(text.strip().removesuffix("%")) / 100
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None
