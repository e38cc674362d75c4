"""What others may ask: what would go and what would stay, endings and how far they are, and what is left over."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.indicators.suppress import suppressed
from lianfang.ground.retention.classes import kept_of
from lianfang.ground.retention.whole import counts, going, losing
from lianfang.ground.vault.ring import BOX, DATA, EMERGENCY, INDEX
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.queries.tallies import tallies

from . import rules
from .models import Ending

KEYS = {DATA: "keys", INDEX: "index_keys", BOX: "box_keys", EMERGENCY: "emergency_keys"}  # as the certificate counts them
PARTS = ("figures", "rows", "places", "numbers", "files", "keys", "pages")


@dataclass(slots=True)
class Preview:
    """Rows that go and that lose their person, by model; sealed files; the cells that stay, and how many of them are left out."""

    goes: dict[str, int]
    loses: dict[str, int]
    files: int
    cells: dict[str, dict]

    @property
    def whole(self) -> int:
        """All rows that go."""
        return sum(self.goes.values())

    @property
    def left_out(self) -> int:
        """Cells too small to stay."""
        return sum(number is None for table in self.cells.values() for number in table.values())

    def kept(self) -> dict:
        """As it is written beside the proposal."""
        return {"goes": self.goes, "loses": self.loses, "files": self.files, "left_out": self.left_out,
                "cells": {kind: len(table) for kind, table in self.cells.items()}}


@everything()
def preview(at) -> Preview:
    """What an ending would do now."""
    least, models = rules.number("small_cell", at), going(at)
    goes = counts(models)
    if Turn in models and (stay := staying()[Turn].count()):
        goes["workflow.Turn"] -= stay
    cells = {kind: suppressed(found, least) for kind, found in tallies().items()}
    return Preview({label: number for label, number in goes.items() if number}, counts(losing(at)), len(uploads()), cells)


def staying() -> dict:
    """The rows that stay although their table is emptied: turns on what is nobody's."""
    ours = [flow.code for flow in FLOWS.values() if kept_of(flow.model).by in ("nobody", "act")]
    return {Turn: Turn._base_manager.filter(flow__in=ours)}


def uploads() -> list[Path]:
    """Every file of the uploads, and what earlier restores set aside."""
    home, media = Path(settings.HOME), Path(settings.MEDIA_ROOT)
    found = [path for path in media.rglob("*") if path.is_file()] if media.exists() else []
    return found + [path for folder in home.glob("before-*") for path in folder.rglob("*") if path.is_file()]


def endings():
    """All endings, newest first."""
    found = Ending.objects.select_related("unit", "proposed_by", "first_by", "first_unit", "second_by", "second_unit")
    return found.order_by("-proposed_at")


def is_carrying() -> bool:
    """Whether everything about people is being deleted just now; asked before every row about somebody, and so in plain words."""
    with rows.asking() as cursor:
        cursor.execute("SELECT 1 FROM ending_ending WHERE state = 'carrying' LIMIT 1")
        return cursor.fetchone() is not None


def open_ending() -> Ending | None:
    """The one that is being decided or carried out."""
    return endings().exclude(state__in=("ended", "revoked")).first()
