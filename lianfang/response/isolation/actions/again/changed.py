"""What a table says now of an order that stands: its fate in one word, the order in its place, and both in the words of the street."""
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused

from ...models import Order
from ...words import measure_word
from ..decide import PASS, Finding
from ..issue import Drafted, order_of, period

REVIEW, LIFTED, OVER, OTHER, LONGER, SHORTER, TERMS = FATES = ("review", "pass", "over", "measure", "longer", "shorter", "terms")


@dataclass(slots=True)
class Touched:
    """An order that a table's other rows give another answer: the order, the ruling, its fate, and the order in its place."""

    order: Order
    finding: Finding
    ruling: decisions.Ruling
    fate: str
    new: Order | None

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.order.person_id

    @property
    def says(self) -> str:
        """What becomes of it, in words."""
        return in_words(self.order, self.fate, self.new)


def touched_by(order, rulings, at) -> Touched | None:
    """What a change means for one order, its rulings before and after given: nothing where both say the same, or it is so already."""
    was, ruling = rulings
    if was.result == ruling.result:
        return None
    first = order.verdict
    finding = Finding(order.person_id, order.unit_id, ruling.facts, day_of(at), is_from_abroad=order.is_from_abroad, origin=order.origin,
                      table=first.table, kept_on=first.on)
    fate, new = fate_of(order, Drafted(finding, ruling, None, None), at)
    return Touched(order, finding, ruling, fate, new) if fate else None


def fate_of(order, draft, at) -> tuple[str, Order | None]:
    """What becomes of an order by a ruling, one of FATES or '' where it is so already; and the order the row prescribes."""
    if draft.ruling.manual_review:
        return REVIEW, None
    if draft.ruling.result["measure"] == PASS:
        return LIFTED, None
    try:
        new = prescribed(order, draft, at)
    except Refused:  # longer than any row may be: a person looks
        return REVIEW, None
    if new is None:
        return LIFTED, None
    if new.state == "over":
        return OVER, new
    if new.measure != order.measure:
        return OTHER, new
    if new.until_on != order.until_on:
        return (LONGER if new.until_on > order.until_on else SHORTER), new
    return (TERMS if (new.test_days, new.release) != (order.test_days, order.release) else ""), new


def in_words(order, fate, new) -> str:
    """居家隔离 → 集中隔离; 居家隔离，缩短."""
    said = {REVIEW: _("{old} → 人工复核"), LIFTED: _("{old} → 不再管控"), OVER: _("{old} → 已到期"), OTHER: _("{old} → {new}"),
            LONGER: _("{old}，延长"), SHORTER: _("{old}，缩短"), TERMS: _("{old}，检测日或解除条件变")}
    return said[fate].format(old=measure_word(order.measure), new=measure_word(new.measure) if new else "")


def prescribed(order, draft, at) -> Order | None:
    """The order a row prescribes in place of one: of somebody in the row's second stage its second stage; None where the row has none."""
    new, old, result = order_of(draft, at), order.verdict.result, draft.ruling.result
    first_on, _days, _until_on = period(draft.ruling, draft.finding.on)
    if order.measure != old.get("then") or order.base_on != first_on + timedelta(days=old.get("days") or 0):
        return new
    if not result.get("then"):
        return None
    new.measure, new.base_on, new.days = result["then"], order.base_on, result["then_days"]
    new.until_on, new.test_days = order.base_on + timedelta(days=result["then_days"] + 1), list(result["then_test_days"] or ())
    over = new.until_on <= day_of(at)
    new.state, new.closed_at, new.from_on = ("over", at, order.from_on) if over else ("issued", None, day_of(at))
    return new
