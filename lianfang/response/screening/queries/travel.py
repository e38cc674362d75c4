"""Between which days a roster may say that somebody arrived or was exposed: by a dated table."""
from datetime import date, timedelta

from lianfang.ground import decisions

TABLE = "travel"


def likely(kind, on) -> tuple[date, date]:
    """The first and the last day that a kind of roster may name on a day of decision; no bound where no row gives one."""
    back, ahead = (decisions.decide(TABLE, {"what": what, "kind": kind}, on=on).result["days"] for what in ("back", "ahead"))
    return date.min if back is None else on - timedelta(days=back), date.max if ahead is None else on + timedelta(days=ahead)
