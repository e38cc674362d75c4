"""What the clock starts: figures are written at each cut-off, and those of the last days held against what the records say now."""
from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.clock import job

from .actions import book, compare
from .queries import lately


def book_due(*, at):
    """The last cut-off of every county that has a duty officer."""
    for county, _edition, cut_off_at in indicators.to_freeze(at):
        book(unit=county, cut_off_at=cut_off_at, by=named(SYSTEM), at=at)


def compare_due(*, at):
    """Every cut-off of the last days that stands for its day."""
    for cut in lately(at):
        compare(cut=cut, at=at)


def register():
    """The schedule: looked at each minute, since a county may move its hours."""
    job("ledger.book", "every 60", book_due)
    job("ledger.compare", "every 3600", compare_due)
