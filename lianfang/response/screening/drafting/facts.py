"""Codes for what a row says in words."""
from functools import lru_cache

from lianfang.registers.people.vocabulary import RETURNEES

from .. import vocabulary


def category_of(origin_kind) -> str:
    """The category of somebody who came from there."""
    return RETURNEES[origin_kind]


@lru_cache(maxsize=4096)
def special_of(words) -> str:
    """none, child, pregnant, elderly, disabled, ill; "unknown" when it says something else; "" when it says nothing."""
    if not words:
        return ""
    if vocabulary.NOTHING.fullmatch(words.strip()):
        return "none"
    return next((code for code, pattern in vocabulary.SPECIAL if pattern.search(words)), "unknown")


@lru_cache(maxsize=4096)
def worker_of(remark) -> str:
    """Whether a remark speaks of a job he returns to."""
    return "yes" if remark and vocabulary.WORKER.search(remark) else ""
