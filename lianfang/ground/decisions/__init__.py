"""Decisions are tables: `register` a file, `decide` facts on a day at a place, keep the `verdict`."""
from .current import decide, edition, forget, table
from .evaluator.ruling import Ruling
from .registry import names, register, shipped


def verdict(ruling: Ruling, *, subject, unit_id: int, on, at, because=None):
    """A ruling as a row to be kept, not yet written: whom it is about, where, on which day, and the journal line that caused it."""
    from .. import rows
    from .models import Verdict

    return rows.fresh(Verdict, table=ruling.table, version=ruling.version or "", row=ruling.row, facts=ruling.facts_as_stored(),
                      result=ruling.result_as_stored(), document=ruling.document, clause=ruling.clause, missing=ruling.missing,
                      malformed=ruling.malformed, because=because, subject=subject, unit_id=unit_id, on=on, at=at)


__all__ = ["Ruling", "decide", "edition", "forget", "names", "register", "shipped", "table", "verdict"]
