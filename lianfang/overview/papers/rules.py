"""What the tables say of papers: by when one is approved and published, who states zero reports by which hour, and of what."""
from datetime import timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising

LEVELS = ("township", "village")
ITEMS = ("suspect", "fever", "contact", "arrival", "other")
RECORDED = {"fever": "symptoms_today"}  # which indicator says what the records know of an item


@lru_cache(maxsize=512)
def _row(table, column, value, on, _edition):
    return decisions.decide(table, {column: value}, on=on).result


def _at(table, column, value, on):
    return _row(table, column, value, on, decisions.edition())


def minutes(what, on) -> int:
    """Within how many minutes a paper is approved, or published."""
    return _at("paper_terms", "what", what, on)["minutes"]


def zero_rule(level, on) -> dict:
    """Whether units of a level state zero reports, from which hour, by which, and after how many minutes it goes up."""
    return _at("zero_terms", "level", level, on)


def levels_asked(on) -> list[str]:
    """The levels that state zero reports on a day."""
    return [level for level in LEVELS if zero_rule(level, on)["asked"] == "yes"]


def items_asked(on) -> list[str]:
    """Of what units state a number."""
    return [item for item in ITEMS if _at("zero_items", "item", item, on)["asked"] == "yes"]


def item_word(item) -> str:
    """An item in the reader's language."""
    return decisions.shipped("zero_items").labels.of("item", item)


def paper_times(state, record, at):
    """(due, to the township, to the county) of the turn on a paper."""
    return at + timedelta(minutes=minutes(state.clock, day_of(at))), None, None


def zero_times(state, record, at):
    """(due, to the township, to the county): a unit's hour; what is late goes up by the table's minutes."""
    return rising(record.due_at, {"to_county": zero_rule(record.unit.level, record.on)["to_county"]})


def zero_hours(level, on) -> tuple:
    """From when and by when units of a level state."""
    rule = zero_rule(level, on)
    return moment(on, rule["opens"]), moment(on, rule["due"])
