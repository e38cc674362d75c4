"""What the tables of the laboratory say: which tube for whom, who comes first, what a result sets going, how cold a box may be."""
from lianfang.ground import decisions


def tube_rule(reason, on) -> dict:
    """The tube for somebody tested for a reason: `tube` single or pool, `sizes` the numbers of people it may be for."""
    return decisions.decide("tube_rule", {"reason": reason}, on=on).result


def sizes(reason, on) -> list[int]:
    """For how many people a tube of that reason may be, the fewest first."""
    return sorted(tube_rule(reason, on)["sizes"])


def rank(reason, on) -> int:
    """The place of a reason in the queue; the smallest is tested first."""
    return decisions.decide("lab_priority", {"reason": reason}, on=on).result["rank"]


def follows(kind, outcome, on) -> tuple[str, bool]:
    """What a result sets going (out, recall, confirm), and whether who is in the tube is held at once."""
    row = decisions.decide("result_rule", {"tube": kind, "outcome": outcome}, on=on).result
    return row["then"], row["held"] == "yes"


def is_fit(temperature, on) -> bool:
    """Whether a box of that temperature (°C) is received without a word."""
    return decisions.decide("lab_transport", {"temperature": temperature}, on=on).result["box"] == "fit"


def capacity(on, unit) -> dict:
    """Of the county's laboratory: tubes `per_day`, days `ahead` of its forecast, days of the `window` that the prevalence is taken from,
    the `least` people of whom none positive says something, and what is `presumed` of fewer (in ten thousand)."""
    return decisions.decide("lab_capacity", {"laboratory": "county"}, unit=unit, on=on).result
