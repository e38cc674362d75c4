"""By when each signature is due."""

from datetime import timedelta

from django.utils.translation import gettext as _

from . import cutoffs
from .models import Bulletin

MADE_LATE = timedelta(minutes=15)


def turn_times(state, record, at):
    """(due, to the township, to the county): the table's hour; for a bulletin made later, a quarter of an hour."""
    due = cutoffs.deadline(record.cut_off_at, state.clock)
    return (due if due > at else at + MADE_LATE), None, None


def bulletin_titles(ids) -> dict:
    """Which issue is to be drafted, checked or signed."""
    words = {"frozen": _("制表：日报第 {n} 期"), "drafted": _("核稿：日报第 {n} 期"), "checked": _("签发：日报第 {n} 期")}
    return {
        pk: words[state].format(n=number)
        for pk, state, number in Bulletin.objects.filter(pk__in=ids).values_list("pk", "state", "number")
        if state in words
    }
