"""Cut-offs: the moments at which a county's figures are frozen; whoever keeps their table hands them in, and whoever freezes asks here."""
from collections.abc import Callable
from datetime import datetime

_known: list[Callable] = []


def hand_in(latest: Callable) -> None:
    """Take over `latest(at, count)`: the last cut-offs not after a moment, the newest first, each with `edition` and `at`."""
    _known[:] = [latest]


def cut_off(at) -> tuple[str, datetime] | None:
    """The last cut-off not after a moment: its edition and when it was; None where nobody keeps a table of them."""
    found = next(iter(_known[0](at, 1)), None) if _known else None
    return (found.edition, found.at) if found else None
