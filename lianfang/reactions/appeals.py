"""What an appeal changes is done by the loop that keeps the order; what becomes of an exception it asked for comes back to it."""
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.response.isolation import actions as isolation
from lianfang.response.redress import actions as redress
from lianfang.response.redress import queries as appeals

from .verbs import RECONSIDERED


def appeals_are_made_good(lines):
    """What an answered appeal changes is done to the order by its own loop, in the name of whoever answered."""
    for told in lines:
        found = appeals.answer_of(told.record)
        isolation.make_good(order=found.order, way=found.way, facts=found.facts, measure=found.measure, reason=found.reason,
                            evidence=found.evidence, by=Account.objects.get(pk=told.by), at=told.at, because=told.id)


def appeals_are_settled(lines):
    """The exception an appeal waited for is approved."""
    for told in lines:
        redress.settle(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


def appeals_are_reopened(lines):
    """The exception an appeal waited for is refused: the county answers anew."""
    for told in lines:
        redress.reopen(person=told.subject, by=named(SYSTEM), at=told.at, because=told.id)


APPEALS = [
    Reaction("redress.change", appeals_are_made_good, (*RECONSIDERED, "isolation.release")),
    Reaction("redress.agree_exception", appeals_are_made_good, ("isolation.deviate", "isolation.pass_down")),
    Reaction("isolation.approve_deviation", appeals_are_settled, ("redress.settle",)),
    Reaction("isolation.refuse_deviation", appeals_are_reopened, ("redress.reopen",)),
]
