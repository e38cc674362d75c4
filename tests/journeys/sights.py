"""Which pages there are to be looked at in a seeded county: their addresses, with a record that shows something on each."""
from django.db.models import Count
from django.urls import reverse

from lianfang.ground.accounts.models import Account
from lianfang.ground.decisions import names
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.overview.situation.models import Bulletin
from lianfang.registers.people.models import Category
from lianfang.registers.territory.models import Building
from lianfang.response.isolation.models import Alarm, Check, Need, Order, Review
from lianfang.response.screening.models import Doubt, Import


def addresses():
    """Every page by the name of its picture."""
    return {**plain(), **places(), **orders(), **records()}


def plain():
    """Pages without a record, flows and tables."""
    named = {"work": "home:home", "board": "situation:board", "board-nodes": "situation:nodes", "bulletins": "situation:bulletins",
             "turns": "home:turns", "orders": "isolation:orders", "checks": "isolation:checks", "alarms": "isolation:alarms",
             "needs": "isolation:needs", "reviews": "isolation:reviews", "people": "people:people", "people-search": "people:search",
             "categories": "people:categories", "rosters": "screening:rosters", "receive": "screening:receive",
             "doubts": "screening:doubts",
             "territory": "territory:start", "editions": "territory:editions", "tables": "decisions:index", "flows": "home:flows",
             "accounts": "accounts:accounts", "accounts-import": "accounts:import", "accounts-add": "accounts:add",
             "slips": "accounts:slips", "nodes": "accounts:nodes", "sessions": "accounts:sessions",
             "password": "accounts:change_password"}
    found = {name: reverse(address) for name, address in named.items()}
    found |= {f"flow-{code}": reverse("home:flow", args=[code]) for code in FLOWS}
    return found | {f"table-{name}-{tab}": reverse(f"decisions:{tab}", args=[name]) for name in names()
                    for tab in ("table", "examples", "try", "draft_version")}


def places():
    """A town, a village, a grid; the busiest building with a door, and a tower."""
    busy = Order.objects.active().values("unit__parent__parent").annotate(n=Count("pk")).order_by("-n", "unit__parent__parent")
    block = Building.objects.filter(unit__in=[row["unit__parent__parent"] for row in busy], kind="block").first()
    door = Order.objects.active().filter(unit__path__startswith=block.unit.path).first().unit
    village, tower = Unit.objects.get(pk=block.unit.ancestor_ids[2]), Building.objects.order_by("-floors").first()
    town = village.parent
    found = {"board-town": ("situation:board", town), "board-village": ("situation:board", village),
             "compound": ("situation:compound", village),
             "building": ("situation:building", block.unit), "tower": ("situation:building", tower.unit),
             "unit-town": ("territory:unit", town),
             "unit-village": ("territory:unit", village), "wizard": ("territory:wizard", village), "lanes": ("territory:lanes", village),
             "addresses": ("territory:addresses", village), "building-doors": ("territory:building", block.unit),
             "door-edit": ("territory:door", door), "vacant": ("territory:vacant", town)}
    shown = {name: reverse(address, args=[unit.pk]) for name, (address, unit) in found.items()}
    return shown | {"building-door": f"{shown['building']}?door={door.pk}"}


def orders():
    """A person under an order, every step of it, and who is free again."""
    grid = Account.objects.get(login="grid")
    running = Order.objects.filter(state="running", minder=grid).order_by("issued_at").first()
    issued, released = (Order.objects.filter(state=state).order_by("-serial").first() for state in ("issued", "released"))
    steps = ("release", "assign_minder", "hand_over", "record_result", "ask", "admit", "leave_county", "record_death", "redecide",
             "order_door")
    found = {f"order-{step}": reverse(f"isolation:{step}", args=[running.pk]) for step in steps}
    return found | {
        "person": reverse("home:person", args=[running.person_id]), "person-released": reverse("home:person", args=[released.person_id]),
        "person-open": reverse("people:open", args=[running.person_id]), "order-serve": reverse("isolation:serve", args=[issued.pk]),
        "verdict": reverse("decisions:verdict", args=[running.verdict_id]),
    }


def records():
    """One of everything else that waits or is done, where there is one."""
    grid = Account.objects.get(login="grid")
    kinds = {
        "check": ("isolation:check", Check.objects.filter(state="due", minder=grid).order_by("due")),
        "alarm": ("isolation:alarm", Alarm.objects.filter(state="open")), "need": ("isolation:need", Need.objects.filter(state="open")),
        "review": ("isolation:review", Review.objects.filter(state="open")),
        "roster": ("screening:roster", Import.objects.order_by("-at")),
        "roster-register": ("screening:roster", Import.objects.filter(kind="residents")),
        "doubt": ("screening:doubt", Doubt.objects.filter(settled_at=None)),
        "bulletin": ("situation:bulletin", Bulletin.objects.order_by("-pk")),
        "category": ("people:rename_category", Category.objects.all()),
    }
    found = {name: (address, rows.first()) for name, (address, rows) in kinds.items()}
    return {name: reverse(address, args=[row.pk]) for name, (address, row) in found.items() if row}
