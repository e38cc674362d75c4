"""What happened, only ever added: the audit trail, the queue of reactions, the cursor of sync and the feed of analytics."""

from functools import cache

from .. import rows


@cache
def _model():
    from .models import Line  # models may not be read while Django is still starting

    return Line


def line(verb, *, kind, record, by, at, unit=None, subject=None, because=None, data=None):
    """A line about a record, not yet written; `by` is an account's id, `because` the line that caused it."""
    return rows.fresh(_model(), at=at, by=by, unit=unit, verb=verb, kind=kind, record=record, subject=subject, because=because,
                      data=data or {})


def line_of(record, verb, *, kind, by, at, because=None, data=None):
    """A line about a record that knows its own unit, subject and cause."""
    return line(verb, kind=kind, record=record.pk, by=by.id, at=at, unit=record.unit_id, subject=record.subject_id,
                because=because or record.because, data=data)
