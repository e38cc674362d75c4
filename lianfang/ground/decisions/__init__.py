"""Decisions are tables: `register` a file, `decide` facts on a day at a place, keep the `verdict`."""
from functools import cache

from .. import rows
from .current import decide, edition, forget, table
from .evaluator.ruling import Ruling
from .registry import Again, filled, names, register, shipped


@cache
def _model():
    from .models import Verdict  # models may not be read while Django is still starting

    return Verdict


def verdict(ruling: Ruling, *, subject, unit_id: int, on, at, because=None):
    """A ruling as a row to be kept, not yet written: whom it is about, where, on which day, and the journal line that caused it."""
    facts, result = ruling.as_stored()
    return rows.fresh(_model(), table=ruling.table, version=ruling.version or "", row=ruling.row, facts=facts, result=result,
                      document=ruling.document, clause=ruling.clause, missing=ruling.missing, malformed=ruling.malformed, because=because,
                      subject=subject, unit_id=unit_id, on=on, at=at)


__all__ = ["Again", "Ruling", "decide", "edition", "filled", "forget", "names", "register", "shipped", "table", "verdict"]
