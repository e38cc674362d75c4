"""Cut-offs in the ledger: one of a moment, those that stand for days, their figures after changes, and what the records say now."""
from datetime import timedelta

from django.urls import reverse

from lianfang.ground import indicators
from lianfang.ground.days import day_of

from ..models import Change, Changed, Cut
from ..rules import EDITIONS, edition_of_day, term


def cut_at(unit, at) -> Cut | None:
    """A county's cut-off of a moment."""
    return Cut.objects.filter(unit=unit, cut_off_at=at).select_related("unit").first()


def cut_of_day(unit, on) -> Cut | None:
    """The cut-off that stands for a day."""
    return Cut.objects.filter(unit=unit, on=on, edition=edition_of_day(on)).select_related("unit").order_by("-cut_off_at").first()


def cuts_of_days(unit, days) -> dict:
    """The cut-off that stands for each of some days, the earliest day first; None where none was written."""
    found = {(cut.on, cut.edition): cut for cut in Cut.objects.filter(unit=unit, on__in=days, edition__in=EDITIONS).select_related("unit")
             .prefetch_related("lines", "changes__figures").order_by("cut_off_at")}
    return {on: found.get((on, edition_of_day(on))) for on in sorted(days)}


def lately(at) -> list[Cut]:
    """Cut-offs that stand for one of the last days."""
    on = day_of(at)
    cuts = Cut.objects.filter(on__gt=on - timedelta(days=term("compare", on)), edition__in=EDITIONS).select_related("unit")
    return [cut for cut in cuts if cut.edition == edition_of_day(cut.on)]


def first(cut) -> dict[int, dict[str, int]]:
    """The figures as first written, by unit."""
    return {one.unit_id: one.figures for one in cut.lines.all()}


def changed(cut) -> dict[tuple[int, str], tuple[Change, Changed]]:
    """The last change that stands of each figure that was changed, by unit and code."""
    standing = sorted((one for one in cut.changes.all() if one.state == "stands"), key=lambda one: (one.ended_at, one.pk))
    return {(figure.unit_id, figure.code): (one, figure) for one in standing for figure in one.figures.all()}


def stands(cut) -> dict[int, dict[str, int]]:
    """The figures as they stand after what was changed, by unit."""
    found = {pk: dict(figures) for pk, figures in first(cut).items()}
    for (pk, code), (_change, figure) in changed(cut).items():
        if pk in found:
            found[pk][code] = figure.value
    return found


def booked(cut) -> indicators.Booked | None:
    """A cut-off as others read it."""
    if cut is None:
        return None
    return indicators.Booked(cut.unit, cut.on, cut.cut_off_at, first(cut), stands(cut), cut.check_code,
                             reverse("ledger:cut", args=[cut.pk]), cut.signed_name, cut.signed_at)


def differences(cut) -> dict[int, dict[str, tuple[int, int]]]:
    """Where the records say something else now for the same cut-off: (what stands, what they say), by unit and code."""
    now, found = indicators.taken(cut.unit, cut.cut_off_at), {}
    for pk, figures in stands(cut).items():
        moved = {code: (value, now[pk][code]) for code, value in figures.items() if code in now.get(pk, {}) and now[pk][code] != value}
        if moved:
            found[pk] = moved
    return found
