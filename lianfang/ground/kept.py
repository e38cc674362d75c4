"""How long a record is kept and what of it goes: each model says it of itself, and a test finds the one that does not."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NOBODY = "nobody"


@dataclass(frozen=True)
class Kept:
    """The retention class of a model, whose days and legal basis the table `retention` says.

    `about` is the way to whom a row is about, `closed` the column that says when its loop closed (empty: still open; an id made by
    `uuid7` tells its moment too), `blanks` what an anonymised row has instead (None: it goes whole), `gone` the value of the column
    `retention` that says so of a root. A root is what others are about; a row that only names another's id says so by `record`.
    """

    by: str
    about: str = ""
    closed: str = ""
    blanks: Mapping[str, Any] | None = None
    record: str = ""
    is_root: bool = False
    only: Mapping[str, Any] = field(default_factory=dict)
    places: tuple[str, ...] = ("unit",)


def of_nobody(because: str) -> Kept:
    """A model that holds nothing of any person; says why."""
    return Kept(NOBODY, blanks={"because": because})
