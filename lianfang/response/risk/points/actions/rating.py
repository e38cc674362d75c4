"""A point is rated anew, raised because a unit rates it worse, or closed."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.typed.telling import said

from ..models import Point, Rating
from ..queries import outside
from ..rules import review_after
from .entering import FLOW, first_rating
from .shared import WHY, hold, may_answer, may_direct, ruled

RATED = ("likelihood", "harm", "level", "rank", "review_at", "document", "clause")


@everything()
def rate_point(*, point, likelihood, harm, words, by, at):
    """How likely and how bad it is now, and why: the table says the level and when it is looked at again. By its owner, or by whoever
    directs the place."""
    may_answer(by, point, at)
    words, ruling = said(words, _("依据"), WHY), ruled(likelihood, harm, point.unit, at)
    before = point.level
    point.likelihood, point.harm, point.level, point.rank = likelihood, harm, ruling.result["level"], ruling.result["rank"]
    point.review_at, point.document, point.clause = review_after(ruling, at), ruling.document, ruling.clause
    with transaction.atomic():
        hold(point)
        Rating.objects.filter(point=point, until_at=None).update(until_at=at)
        rows.insert([first_rating(point, words, by, at)])
        return advance([point], "rate_point", flow=FLOW, by=by, at=at, also=RATED,
                       content=lambda one: {"level": one.level, "before": before})


@everything()
def raise_points(*, points, at, because):
    """A unit rates these worse than they stand: somebody looks at them within the table's hours. What another unit has raised meanwhile
    is raised; what was closed is closed."""
    with transaction.atomic():
        found = Point.objects.select_for_update().filter(pk__in=[one.pk for one in points], state="watched").order_by("pk")
        return advance(found, "raise_point", flow=FLOW, by=named(SYSTEM), at=at, because=because)


@everything()
def close_point(*, point, why, by, at):
    """It is none any more: why. Refused while a measure against it is not done."""
    may_direct(by, point.unit, at)
    point.why, point.closed_at, point.closed_by = said(why, _("为什么销账"), WHY), at, by
    with transaction.atomic():
        hold(point)
        if waiting := sum(one.is_open for one in outside.tasks_of([point.pk])):
            raise Refused(_("还有 {n} 项措施没有办结，办结了再销账。").format(n=waiting))
        Rating.objects.filter(point=point, until_at=None).update(until_at=at)
        return advance([point], "close_point", flow=FLOW, by=by, at=at, also=("why", "closed_at", "closed_by_id"))
