"""Bulletins: the list, one with its figures as they are shown, and whether its numbers are still those that were frozen."""
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.indicators import Telling

from ..models import Bulletin, BulletinFigure
from ..papers import Figure
from ..papers.filled import paper_of
from ..papers.rows import ROWS


@dataclass(slots=True)
class Shown:
    """A row of the bulletin's page: the stored figure and what the paper prints of it."""

    stored: BulletinFigure
    printed: Figure


def bulletins():
    """All bulletins of the scope, newest cut-off first."""
    return Bulletin.objects.select_related("unit").prefetch_related("signatures", "figures").order_by("-cut_off_at")


def paper(bulletin):
    """The bulletin as paper: `.pdf()` and `.docx()`."""
    return paper_of(bulletin)


def shown_rows(bulletin, printed) -> list[Shown]:
    """The rows of the page, in the order of the paper."""
    stored = {figure.code: figure for figure in bulletin.figures.all()}
    return [Shown(stored[row.code], figure) for row, figure in zip(ROWS, printed.figures, strict=True)]


def is_intact(bulletin, printed) -> bool:
    """Whether the figures and the head of the journal still give the code that was stored with them."""
    return printed.check_code == bulletin.check_code


def figures_of(bulletin) -> dict[str, int]:
    """The frozen values by code."""
    return {figure.code: figure.value for figure in bulletin.figures.order_by("pk")}


def bulletin_titles(ids) -> dict:
    """Which issue is to be drafted, checked or signed."""
    words = {"frozen": _("制表：日报第 {n} 期"), "drafted": _("核稿：日报第 {n} 期"), "checked": _("签发：日报第 {n} 期")}
    return {
        pk: words[state].format(n=number)
        for pk, state, number in Bulletin.objects.filter(pk__in=ids).values_list("pk", "state", "number")
        if state in words
    }


def bulletins_named(ids) -> list[Bulletin]:
    """Bulletins by their ids, each with its unit."""
    return list(Bulletin.objects.filter(pk__in=ids).select_related("unit"))


def tellings(unit, cut_off_at):
    """The bulletin that told the figures of a unit at a cut-off."""
    for one in Bulletin.objects.filter(unit=unit, cut_off_at=cut_off_at).prefetch_related("figures"):
        yield Telling(_("日报第 {n} 期").format(n=one.number), reverse("situation:bulletin", args=[one.pk]),
                      frozenset(figure.code for figure in one.figures.all()))
