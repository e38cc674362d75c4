"""Where a roster may come from: a closed, dated list; a list that is not about health is no source."""
from functools import lru_cache

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.workflow import Refused

TABLE = "sources"
GIVES = ("origin", "code", "temperature", "symptoms", "exposure_on", "arrival_on", "special", "worker")


def row_of(source, kind, on):
    """The row that lets this source hand in such a roster on a day; Refused says which would, or since when it lapsed."""
    listed = codes()
    if source not in listed:
        known = _("、").join(f"{code} {word(code)}" for code in listed)
        asked = _("请写明名册来源，只能是表里的：{known}。")
        says = _("“{source}”不是名册来源表里的来源，名册不收。可以的来源：{known}。") if source else asked
        raise Refused(says.format(source=source, known=known))
    ruling = decisions.decide(TABLE, {"source": source, "kind": kind}, on=on)
    if ruling.hit is None:
        says = _("“{source}”在 {on} 没有依据交来“{kind}”：来源表里没有这一行，或者已经失效。")
        raise Refused(says.format(source=word(source), on=on.isoformat(), kind=decisions.shipped(TABLE).labels.of("kind", kind)))
    return ruling


def codes() -> tuple[str, ...]:
    """All sources of the list."""
    return decisions.shipped(TABLE).table.facts["source"].listed


def word(source) -> str:
    """A source in the reader's language."""
    return decisions.shipped(TABLE).labels.of("source", source) if source else "—"


def given(source, on) -> frozenset:
    """Which facts of returnees a decision may read from a source on a day; none where it has no row."""
    return _given(source, on, decisions.edition())


@lru_cache(maxsize=1024)
def _given(source, on, _edition) -> frozenset:
    if source not in codes():
        return frozenset()
    return frozenset(decisions.decide(TABLE, {"source": source, "kind": "returnees"}, on=on).result["gives"] or ())
