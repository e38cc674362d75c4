"""What the table of trials says."""
from lianfang.ground import decisions


def days_ahead(on) -> int:
    """How many days after today a trial looks ahead."""
    return decisions.decide("trial_terms", {"what": "ahead"}, on=on).result["days"]
