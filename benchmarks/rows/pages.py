"""Pages as a browser asks for them, over HTTP, one at a time: lists, boards, search, elevation, my work, timeline."""
import sys
import time
from statistics import median
from urllib.parse import quote

from benchmarks import client
from benchmarks.floors import queries as floors


def measure(county) -> dict:
    """The middle of many readings of each page, in milliseconds, and the bare queries behind four of them."""
    port, asked = county.serve().port, addresses()
    times = (4, 4) if county.is_quick else (15, 6)
    ours, missing = {}, {}
    for code, login, path in asked:
        try:
            taken = client.page(port, path, county.cookies[login], *times)
        except RuntimeError as fault:
            missing[code] = str(fault)
            continue
        ours[code] = max(ours.get(code, 0), taken)
    if missing:
        print(f"  no page: {missing}", file=sys.stderr)
    return {"ours": ours, "floor": {code: _milliseconds(ask) for code, ask in floors.ASKED.items()}}


def addresses():
    """(figure, who asks, address); a figure with several addresses takes the slowest."""
    from django.urls import NoReverseMatch, reverse

    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.units.models import Unit
    from lianfang.registers.people.models import Entry

    def at(name, *args):
        try:
            return reverse(name, args=args)
        except NoReverseMatch:
            return f"/no-page-{name}"

    county = Unit.objects.get(parent=None)
    town = Unit.objects.filter(parent=county).order_by("pk").first()
    with everything():
        entry = Entry.objects.exclude(phone_blind="").order_by("pk")[100]
        person = _person_with_a_story()
    asked = [("find", "epi", f"{at('people:search')}?q={quote(text)}") for text in (entry.name, "lxy", entry.id_number.open()[-4:])]
    return [
        ("list", "officer", at("isolation:orders") + "?measure=home_quarantine&sort=-until_on&size=100"),
        ("board_county", "officer", at("situation:board")), ("board_town", "township", at("situation:board", town.pk)), *asked,
        ("elevation", "officer", at("situation:building", _tower())), ("work", "grid", at("home:home")),
        ("timeline", "officer", at("home:person", person)),
    ]


def _tower():
    """The building with the most floors."""
    from lianfang.registers.territory.models import Building

    return Building.objects.order_by("-floors").values_list("pk", flat=True).first()


def _person_with_a_story():
    """Whose journal is the longest among the newest released."""
    from lianfang.ground.journal.models import Line
    from lianfang.response.isolation.models import Order

    some = list(Order.objects.filter(state="released").order_by("-closed_at").values_list("person_id", flat=True)[:50])
    return max(some, key=lambda pk: Line.objects.filter(subject=pk).count())


def _milliseconds(ask, times=15):
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - begun) * 1000)
    return median(taken)
