"""How many others one case infects, day by day, with its interval: the method of Cori, Ferguson, Fraser and Cauchemez (2013)."""
from dataclasses import dataclass

import numpy as np
from scipy.special import gammainc, gammaincinv

SHAPE, SCALE = 1.0, 5.0  # of the gamma prior, as in the paper
WINDOW = 7  # days, as in the paper
ENDS = (0.025, 0.5, 0.975)
FEW = 11  # cases in a window: below, the posterior's variation stays above 0.3 (the paper's rule, prior shape 1)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of a window of days, counted from 0, both ends with it: mean, standard deviation, the middle and the ends of 95 %."""

    first: int
    last: int
    mean: float
    deviation: float
    low: float
    middle: float
    high: float
    cases: int

    @property
    def is_few(self) -> bool:
        """Whether so few fell ill in the window that the figure tells little."""
        return self.cases < FEW


def serial_weights(mean: float, deviation: float, days: int) -> np.ndarray:
    """The share of infections so many days after onset (0, 1, … days): a gamma distribution moved by a day, in whole days (the paper's
    appendix 11). Raises ValueError for a mean of a day or less, or no deviation."""
    if mean <= 1 or deviation <= 0:
        raise ValueError("a serial interval is longer than a day on the mean, and varies")
    shape, scale = ((mean - 1) / deviation) ** 2, deviation ** 2 / (mean - 1)
    at = np.arange(days + 1, dtype=float)

    def below(day, order):
        return gammainc(shape + order, np.maximum(day, 0) / scale)

    whole = at * below(at, 0) + (at - 2) * below(at - 2, 0) - 2 * (at - 1) * below(at - 1, 0)
    moved = shape * scale * (2 * below(at - 1, 1) - below(at - 2, 1) - below(at, 1))
    return np.maximum(whole + moved, 0)


def pressure(cases, weights) -> np.ndarray:
    """What all earlier cases weigh on each day; nothing is known of the first, which is not a number."""
    found = np.convolve(np.asarray(cases, dtype=float), weights)[:len(cases)]
    found[:1] = np.nan
    return found


def reproduction(local, imported, weights, *, window=WINDOW, shape=SHAPE, scale=SCALE) -> list[Estimate]:
    """The estimate of each window of so many days, the first ending a day after the window and after the mean serial interval.

    `local`, `imported`: new cases of each day by onset, infected here or elsewhere; both infect, only local ones were infected here.
    Raises ValueError where the two are not of one length or count less than nobody.
    """
    local, imported = np.asarray(local, dtype=float), np.asarray(imported, dtype=float)
    if local.shape != imported.shape or local.ndim != 1 or (local < 0).any() or (imported < 0).any():
        raise ValueError("two series of the same days, none below nought")
    weights = np.asarray(weights, dtype=float)
    weighed = np.nan_to_num(pressure(local + imported, weights))
    mean = float(weights @ np.arange(len(weights)))
    lasts = np.array([last for last in range(window, len(local)) if last + 1 > mean], dtype=int)
    if not len(lasts):
        return []
    cases, load = _summed(local, lasts, window), _summed(weighed, lasts, window)
    shapes, scales = shape + cases, 1 / (1 / scale + load)
    low, middle, high = (gammaincinv(shapes, end) * scales for end in ENDS)
    rows = zip(lasts - window + 1, lasts, shapes * scales, np.sqrt(shapes) * scales, low, middle, high, cases, strict=True)
    return [Estimate(int(first), int(last), *map(float, values), int(n)) for first, last, *values, n in rows]


def _summed(series, lasts, window):
    """The sum of each window that ends on one of these days."""
    running = np.concatenate([[0], np.cumsum(series)])
    return running[lasts + 1] - running[lasts + 1 - window]
