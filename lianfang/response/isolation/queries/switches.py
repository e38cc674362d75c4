"""Lists of whom a change of rows changes, and the people on one of them."""
from ..models import Switch, SwitchLine

WAITING = ("proposed", "confirmed", "running")


def waiting_switches(table="") -> list[Switch]:
    """Lists that wait to be confirmed, let through or carried out, within the reader's scope, of one table or of all, the oldest first."""
    found = Switch.objects.filter(state__in=WAITING, **({"table": table} if table else {}))
    return list(found.select_related("unit", "area", "confirmed_by", "let_by").order_by("on", "pk"))


def lines_of(switch) -> list[SwitchLine]:
    """The people on a list within the reader's scope, in the order of their places."""
    return list(SwitchLine.objects.filter(switch=switch).select_related("person", "unit", "town").order_by("unit__path", "pk"))
