"""Taking over an official edition: one change set a county, shown first, applied at once."""
import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units import actions as tree
from lianfang.ground.units.models import Unit

from ..changes import Change, Standing, between, counts
from ..divisions import DivisionFault, Row, first_day
from ..models import Edition

OFFICIAL = ("county", "township", "village")


@dataclass
class Proposal:
    """What an edition would do to one county."""

    code: str
    rows: list[Row]
    county: Unit | None
    changes: list[Change]
    digest: str
    is_applied: bool = False


@dataclass
class Outcome:
    """What an edition did, or with `is_applied` false would do."""

    edition: str
    in_force_from: date
    proposals: list[Proposal] = field(default_factory=list)
    is_applied: bool = False

    def shown(self) -> dict:
        """As the command prints it."""
        return {"edition": self.edition, "in_force_from": self.in_force_from.isoformat(),
                "counties": {p.code: counts(p.changes) for p in self.proposals},
                "changes": [change.shown() for p in self.proposals for change in p.changes], "applied": self.is_applied}


def take_over(*, edition, rows, by, at, dry_run=False) -> Outcome:
    """Compare the rows of an edition with the tree and, unless it is a dry run, apply what differs in one transaction."""
    in_force_from = first_day(edition)
    with transaction.atomic():
        outcome = Outcome(edition, in_force_from, _proposals(rows, in_force_from), is_applied=not dry_run)
        for proposal in outcome.proposals:
            if not (dry_run or proposal.is_applied):
                _apply(proposal, outcome, by, at)
    return outcome


def _proposals(rows, in_force_from) -> list[Proposal]:
    """One a county, each measured against its own part of the tree."""
    found = []
    by_county = groupby(sorted(rows, key=lambda row: (row.county, len(row.code), row.code)), key=lambda row: row.county)
    counties = {code: list(theirs) for code, theirs in by_county}
    for code, theirs in counties.items():
        county = _root(code, alone=len(counties) == 1)
        digest = hashlib.sha256(json.dumps([[r.code, r.name, r.parent] for r in theirs], ensure_ascii=False).encode()).hexdigest()
        is_applied = county is not None and _is_applied(county, theirs[0], digest, in_force_from)
        changes = [] if is_applied else between(_standing(county, theirs[0]), theirs)
        found.append(Proposal(code, theirs, county, changes, digest, is_applied))
    return found


def _root(code, alone) -> Unit | None:
    """The county of that code; or the installation's only root, if it has no code yet and the edition brings one county."""
    roots = list(Unit.objects.select_for_update().filter(parent=None, until_on=None).order_by("pk"))
    if found := next((root for root in roots if root.code == code), None):
        return found
    return roots[0] if alone and len(roots) == 1 and not roots[0].code else None


def _is_applied(county, row, digest, in_force_from) -> bool:
    """Whether this very edition stands already; an older one, or the same month with other rows, is refused."""
    newest = Edition.objects.filter(county=county).order_by("-in_force_from").first()
    if newest and newest.in_force_from > in_force_from:
        raise DivisionFault(_("{county}已经用到 {newest} 版，不能再导入更早的版本。").format(county=row.name, newest=newest.name))
    if newest and newest.in_force_from == in_force_from and newest.digest != digest:
        raise DivisionFault(_("{county}的 {newest} 版已经导入过，这次的内容却不同；请用新的月份作版本。").format(
            county=row.name, newest=newest.name))
    return bool(newest and newest.in_force_from == in_force_from)


def _standing(county, row) -> list[Standing]:
    """The official levels of a county as they stand; a placeholder without a code goes by the edition's name, and so is found."""
    if county is None:
        return []
    units = _official(county).select_related("parent").order_by("path")
    return [Standing(u.id, u.level, u.code, u.name if u.code or u.parent_id else row.name, u.parent.code if u.parent else "")
            for u in units]


def _official(county):
    """The county and its towns and villages that stand."""
    return Unit.objects.filter(path__under=county.path, level__in=OFFICIAL, until_on=None)


def _apply(proposal, outcome, by, at):
    """Names first (a village may move into a renamed township), then what is new, where it hangs now, and what ends."""
    cause = line("territory.import", kind="edition", record=None, by=by.id, at=at, unit=proposal.county and proposal.county.id,
                 data={"edition": outcome.edition, "county": proposal.code, "counts": counts(proposal.changes)})
    journal.write([cause])
    because, day = {"by": by, "at": at, "because": cause.id}, outcome.in_force_from
    units = {u.id: u for u in Unit.objects.filter(pk__in=[c.unit for c in proposal.changes if c.unit])}
    named = [c for c in proposal.changes if c.kind in ("renamed", "moved")]
    tree.rename_units(names=[(units[c.unit], c.code, c.name) for c in named], from_on=day, **because)
    by_code = _add(proposal, day, because)
    for change in proposal.changes:
        if change.kind == "moved" and change.parent and units[change.unit].parent_id != by_code[change.parent].id:
            tree.move_unit(unit=units[change.unit], parent=by_code[change.parent], **because)
    tree.close_units(units=[units[c.unit] for c in proposal.changes if c.kind == "gone"], until_on=day, **because)
    Edition.objects.create(county=by_code[proposal.code], name=outcome.edition, in_force_from=day, digest=proposal.digest, at=at, by=by.id,
                           counts=counts(proposal.changes), changes=[change.shown() for change in proposal.changes])


def _add(proposal, day, because) -> dict[str, Unit]:
    """Plant what is new; all units of the county that stand, by code."""
    added = [c for c in proposal.changes if c.kind == "added"]
    standing = _official(proposal.county).exclude(code="") if proposal.county else ()
    parents = {u.code: u for u in standing} | {c.code: number for number, c in enumerate(added)}
    drafts = [{"parent": parents[c.parent] if c.parent else None, "level": c.level, "name": c.name, "code": c.code, "from_on": day}
              for c in added]
    made = tree.add_units(drafts=drafts, **because)
    return {code: made[unit] if isinstance(unit, int) else unit for code, unit in parents.items()}
