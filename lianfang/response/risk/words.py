"""What levels, kinds of places and measures are called."""
from lianfang.ground import decisions

TONES = {"high": "bad", "sealed": "bad", "medium": "warn", "controlled": "warn"}


def level_word(code) -> str:
    """高风险, 封控区, 不划."""
    return decisions.shipped("risk_level").labels.of("level", code) if code else ""


def kind_word(code) -> str:
    """Which kind of place, in the reader's language."""
    return decisions.shipped("risk_level").labels.of("kind", code)


def item_word(code) -> str:
    """A measure in a zone or a ring, in the reader's language."""
    return decisions.shipped("rings").labels.of("items", code)


def fact_words(facts) -> list[tuple[str, str]]:
    """The counts a level stands on: name and value."""
    labels, said = decisions.shipped("risk_level").labels, {True: "yes", False: "no"}
    return [(labels.of(name), labels.of(name, said[value]) if isinstance(value, bool) else
             f"{value:g}" if isinstance(value, float) else labels.of(name, str(value)))
            for name, value in facts.items() if name != "kind" and value != "unknown"]
