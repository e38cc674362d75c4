"""Somebody as his papers say, before the register knows him."""
from dataclasses import dataclass
from datetime import date

from lianfang.ground.units.models import Unit


@dataclass(slots=True)
class Somebody:
    """Who is told of, as his papers say, and where he lives (a unit); `number` is his row on a sheet."""

    unit: Unit
    name: str
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth_on: date | None = None
    number: int = 0
