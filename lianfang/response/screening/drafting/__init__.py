"""A chunk of rows before it is written: matched, sealed, and ready, so that the write lock is held for the writing alone.

A draft may come from another process: what it holds can be sent.
"""
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from lianfang.registers.people.models import Entry
from lianfang.registers.territory.origins import Origins

from ..models import Import
from .places import Doors


@dataclass
class Setting:
    """What every chunk of one import shares."""

    roster: Import
    by: object
    headers: dict = field(default_factory=dict)

    @cached_property
    def doors(self) -> Doors:
        """Addresses → doors below the import's unit."""
        return Doors(self.roster.unit if self.roster.unit_id else None)

    @cached_property
    def origins(self) -> Origins:
        """Places of departure → codes."""
        return Origins(self.roster.unit if self.roster.unit_id else None)

    @cached_property
    def has_entries(self) -> bool:
        """Whether there is a register to match against."""
        return Entry.objects.exists()

    @property
    def because(self) -> UUID | None:
        """The line that began the import."""
        return self.roster.because


@dataclass
class Draft:
    """What a chunk will write, and what it counts; `notes` are (row, warning code)."""

    created: int = 0
    merged: int = 0
    notes: list = field(default_factory=list)
    writes: list = field(default_factory=list)

    def write(self, setting, at):
        """Everything, in the caller's transaction."""
        for one in self.writes:
            one(setting, at)


__all__ = ["Draft", "Setting"]
