"""How many places are shut, by trade and by town: counted from the register of firms and the orders in force, whatever their number."""
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count

from lianfang.ground.accounts.scope import within
from lianfang.ground.units.models import Unit
from lianfang.registers.enterprises.models import Firm
from lianfang.registers.enterprises.trades import TRADES

from .book import book, ids_of


@dataclass(slots=True)
class Cell:
    """So many in all, and so many of them shut."""

    total: int = 0
    shut: int = 0


@dataclass(slots=True)
class Status:
    """Cells by trade and by unit right below (0: the unit itself), with their sums."""

    cells: dict = field(default_factory=lambda: defaultdict(Cell))
    trades: dict = field(default_factory=lambda: defaultdict(Cell))
    units: dict = field(default_factory=lambda: defaultdict(Cell))
    whole: Cell = field(default_factory=Cell)

    def add(self, trade, unit, total, shut):
        """Count some."""
        for cell in (self.cells[trade, unit], self.trades[trade], self.units[unit], self.whole):
            cell.total += total
            cell.shut += shut


def status(unit, reach, at) -> Status:
    """The places of a unit by trade and by its parts: one query for the firms, one for their units, three for the orders."""
    found, own = Status(), book(at, ("trade",))
    rows = within(Firm.objects.filter(closed_at=None), reach & unit.path).values_list("unit_id", "trade").annotate(n=Count("pk")).order_by()
    rows = list(rows)
    here = {pk for pk, _trade, _n in rows}
    paths = dict(Unit.objects.filter(path__under=unit.path, level__in=("county", "township", "village", "grid", "micro_grid", "compound"))
                 .values_list("pk", "path"))
    missing = here - paths.keys()
    paths |= dict(Unit.objects.filter(pk__in=missing).values_list("pk", "path")) if missing else {}
    exempt = _exempt(own)
    ids = {pk: ids_of(paths[pk]) for pk in here}
    depth = len(unit.ancestor_ids)
    for pk, trade, total in rows:
        chain = ids[pk]
        shut = any(one.holds(chain, trade) and not one.spared_place(chain) for one in own.entries)
        free = exempt.get((pk, trade), 0) if shut else 0
        found.add(trade, chain[depth] if len(chain) > depth else 0, total, total - free if shut else 0)
    return found


def _exempt(own) -> dict:
    """How many firms are exempt from whatever would shut them, by unit and trade."""
    named, counted = own.exempt_firms(), defaultdict(int)
    for firm in Firm.objects.filter(pk__in=named, closed_at=None).select_related("unit") if named else ():
        chain = firm.unit.ancestor_ids
        if own.of_firm(firm, firm.unit.path) is None and any(one.holds(chain, firm.trade) for one in own.entries):
            counted[firm.unit_id, firm.trade] += 1
    return counted


def trades_in_order(found: Status) -> list[tuple]:
    """The trades that there are, in the order of the register, each with its word."""
    return [(code, str(word)) for code, word in TRADES.items() if code in found.trades]
