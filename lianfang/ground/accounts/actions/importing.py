"""Accounts in bulk from a sheet: good rows are kept, the others are told row by row, and the same sheet again adds nothing."""
from dataclasses import dataclass, field

from django.db import IntegrityError
from django.utils.translation import gettext as _

from ... import sheets
from ...days import day_of
from ..intake import Check, Fault, entries
from .adding import add_accounts


@dataclass
class Report:
    """What came of a sheet."""

    rows: int
    accounts: int
    assignments: int
    unchanged: int
    faults: list[Fault] = field(default_factory=list)

    @property
    def accepted(self) -> int:
        """Rows taken over, or already so."""
        return self.rows - len(self.faults)

    def as_dict(self) -> dict:
        """For --json."""
        return {"rows": self.rows, "accepted": self.accepted, "rejected": len(self.faults), "created": self.accounts,
                "assigned": self.assignments, "unchanged": self.unchanged, "faults": [fault.as_dict() for fault in self.faults]}


def import_accounts(*, content, by, at, name="", dry_run=False) -> Report:
    """Add the accounts and assignments a sheet names; raises sheets.SheetError for a file that is no such sheet."""
    read, faults = entries(content, day_of(at), name)
    check = Check(by, day_of(at))
    for entry in read:
        check.take(entry)
    drafts = list(check.drafts.values())
    report = Report(len(read) + len(faults), sum(d.account is None for d in drafts), sum(len(d.posts) for d in drafts), check.unchanged,
                    sorted([*faults, *check.faults], key=lambda fault: (fault.sheet, fault.row)))
    if drafts and not dry_run:
        _add(drafts, by, at)
    return report


def _add(drafts, by, at):
    try:
        add_accounts(drafts=drafts, by=by, at=at)
    except IntegrityError:
        raise sheets.SheetError(_("刚才另有人在建账号，没有全部建完；请把这份表再传一次，已建的不会重复。")) from None
