"""What was found was somebody else's: who was taken for him is decided on anew, by what is known of himself."""

from django.db import transaction

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ...models import Order, Review
from ..decide import EXPOSED, TABLE, TABLES, asked
from ..ends import close
from .redecide import decide_again


@everything()
def reconsider(*, person, found, by, at, because):
    """Undo what a person (by id) is under because of a finding (by its line) that was another's, and so for those of his door.

    His open order is decided again by his own last verdict's facts, and lifted where there is none; what the table, or an open alarm,
    leaves open becomes somebody's review of that order. A review because of the finding is dropped.
    """
    own = Verdict.objects.filter(subject=person, table__in=TABLES).exclude(because=found).order_by("-at", "-pk").first()
    with transaction.atomic():
        is_dropped = _drop_reviews(person, found, by, at, because)
        bound = Order.objects.select_for_update(of=("self",)).select_related("unit").filter(person=person, closed_at=None)
        _forget_later(bound.first(), found)
        if order := bound.filter(verdict__because=found).first():
            _undo(order, own, by, at, because)
        elif own and is_dropped and decisions.decide(own.table, asked(own.table, own.facts), unit=own.unit.path, on=own.on).manual_review:
            _ask([Review(id=uuid7(), person_id=person, unit_id=own.unit_id, verdict=own, asked_at=at, because=because)], by, at)


def _forget_later(order, found):
    """What was another's does not take over later either."""
    if order and order.later and Verdict.objects.filter(pk=order.later["verdict"], because=found).exists():
        order.later = None
        rows.amend([order], "later")


def _drop_reviews(person, found, by, at, because) -> bool:
    reviews = list(Review.objects.filter(person=person, state="open", verdict__because=found))
    for review in reviews:
        review.decided_at = at
    advance(reviews, "drop_review", flow="review", by=by, at=at, because=because, also=("decided_at",))
    return bool(reviews)


def _undo(order, own, by, at, because):
    """One order that stands on another's verdict."""
    if Line.objects.filter(pk=order.because, record=order.verdict_id).exists():  # it was issued by that verdict, not only changed
        before = Order.objects.filter(verdict=own).first() if own else None
        order.origin, order.is_from_abroad = (before.origin, before.is_from_abroad) if before else ("", False)
        rows.amend([order], "origin", "is_from_abroad")
        for mate in set(Verdict.objects.filter(because=order.because).exclude(subject=order.person_id).values_list("subject", flat=True)):
            reconsider(person=mate, found=order.because, by=by, at=at, because=because)
    try:
        with transaction.atomic():
            _decide_again(order, own, by, at, because)
    except Refused:
        question(order, own or _nothing_known(order, at, because), by, at, because)


def _decide_again(order, own, by, at, because):
    if own is None:
        close([order], "lift", by=by, at=at, because=because)
        return
    another = order.verdict_id
    verdict = decide_again(order=order, known=own.facts, table=own.table, facts={}, by=by, at=at, because=because)
    if order.closed_at is None and order.verdict_id == another:  # the same measure until the same day, but for another reason
        order.verdict = verdict
        rows.amend([order], "verdict_id")


def _nothing_known(order, at, because) -> Verdict:
    """The verdict on somebody of whom no fact is known: a manual review."""
    ruling = decisions.decide(TABLE, {}, unit=order.unit.path, on=day_of(at))
    verdict = decisions.verdict(ruling, subject=order.person_id, unit_id=order.unit_id, on=day_of(at), at=at, because=because)
    rows.insert([verdict])
    return verdict


@everything()
def question_exposed(*, person, by, at, because):
    """Somebody (by id) was no contact after all: the order he got as one stands until somebody has completed its facts."""
    with transaction.atomic():
        bound = Order.objects.select_for_update(of=("self",)).select_related("verdict")
        for order in bound.filter(person=person, closed_at=None, verdict__table=EXPOSED):
            question(order, order.verdict, by, at, because)


def question(order, verdict, by, at, because):
    """Somebody completes the facts of an order in question; a review that waits already takes it along."""
    question_all([(order, verdict, because)], by, at)


def question_all(doubts, by, at):
    """The same for many: (order, verdict, because) each."""
    people = [order.person_id for order, _verdict, _because in doubts]
    waiting = {review.person_id: review for review in Review.objects.filter(person__in=people, state="open")} if people else {}
    fresh = []
    for order, verdict, because in doubts:
        if review := waiting.get(order.person_id):
            review.order_id = order.pk
        else:
            fresh.append(Review(id=uuid7(), person_id=order.person_id, unit_id=order.unit_id, verdict=verdict, order=order, asked_at=at,
                                because=because))
    rows.amend(waiting.values(), "order_id")
    _ask(fresh, by, at)


def _ask(reviews, by, at):
    rows.insert(reviews)
    lines = journal.write([line_of(review, "isolation.ask_review", kind="review", by=by, at=at) for review in reviews])
    open_turns("review", reviews, at=at, because={told.record: told.id for told in lines})
