"""How long a record is kept and what of it goes: each model says it of itself, and a test finds the one that does not."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NOBODY = "nobody"


@dataclass(frozen=True)
class Kept:
    """The retention class of a model, whose days and legal basis the table `retention` says.

    `about` is the way to whom a row is about, `closed` the column that says when its loop closed (empty: still open; an id made by
    `uuid7` tells its moment too), `blanks` what an anonymised row has instead (None: it goes whole). A root is what others are about,
    of which rows like `only` are swept; a row that only names another's id says so by `record`. `places` are relations that are widened
    to the village, `files` the ending of uploads that bear a row's id and go with it.
    """

    by: str
    about: str = ""
    closed: str = ""
    blanks: Mapping[str, Any] | None = None
    record: str = ""
    is_root: bool = False
    only: Mapping[str, Any] = field(default_factory=dict)
    places: tuple[str, ...] = ("unit",)
    files: str = ""


def of_nobody(because: str) -> Kept:
    """A model that holds nothing of any person; says why."""
    return Kept(NOBODY, blanks={"because": because})
