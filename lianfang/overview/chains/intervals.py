"""Serial intervals: the days from the onset of a source to that of whom it infected, of certain pairs only."""
from dataclasses import dataclass
from math import sqrt

from .forest import NAMED


@dataclass(frozen=True, slots=True)
class Intervals:
    """The days of each certain pair whose onsets are both known, with (source, case); mean and standard deviation of a sample."""

    pairs: list

    @property
    def days(self) -> list[int]:
        """In order."""
        return sorted(day for day, _source, _case in self.pairs)

    @property
    def mean(self) -> float | None:
        """Nothing of no pair."""
        return sum(self.days) / len(self.pairs) if self.pairs else None

    @property
    def deviation(self) -> float | None:
        """Nothing of fewer than two pairs."""
        if len(self.pairs) < 2:
            return None
        return sqrt(sum((day - self.mean) ** 2 for day in self.days) / (len(self.pairs) - 1))

    @property
    def backwards(self) -> list:
        """Pairs in which the infected fell ill first: onsets to be looked at again."""
        return [pair for pair in self.pairs if pair[0] < 0]


def serial_intervals(nodes) -> Intervals:
    """Of the certain pairs of a forest."""
    at = {node.seen.id: node.seen for node in nodes}
    found = []
    for node in nodes:
        for source, certainty in node.sources:
            if certainty == NAMED and node.seen.onset_on and at[source].onset_on:
                found.append(((node.seen.onset_on - at[source].onset_on).days, at[source], node.seen))
    return Intervals(found)
