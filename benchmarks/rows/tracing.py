"""Rings of contacts over the stays of a whole county, a proposal page of 300, and 3 000 contacts listed as they stand today.

Ten million stays of a million people in a week are made in plain words, on the house's own tables and indexes, and taken out again; whom
they are about is not looked up: what the rings measure is the question, not who is on record.
"""
import time
from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random
from uuid import UUID

from benchmarks import client

PEOPLE, STAYS, SPOTS = 1_000_000, 10_000_000, 400_000
FEW = 100
CANDIDATES, CONTACTS = 300, 3_000
BEGAN = datetime(2020, 3, 2, tzinfo=UTC)
DAYS, CHUNK, ASKED, PAGES = 7, 50_000, 200, 9
COLUMNS = ("id", "person_id", "spot_id", '"on"', "from_at", "until_at", "activity", '"row"', "source", "because")


def measure(county) -> dict:
    """Milliseconds of the first ring and of both, half of those asked within; of the two pages; seconds of the loading."""
    found = _pages(county)
    county.close()
    return {"ours": found | _rings(FEW if county.is_quick else 1)}


def _pages(county) -> dict:
    """The page of an index with everybody proposed, his evidence beside him; the list of contacts, a hundred of 3 000 a page."""
    from django.urls import reverse

    from lianfang.ground.accounts.scope import everything

    with everything():
        index = _proposed(county, CANDIDATES // (10 if county.is_quick else 1))
        _contacts(index, CONTACTS // (10 if county.is_quick else 1))
    asked = {"proposals_page": reverse("tracing:index", args=[index.pk]), "contacts_page": reverse("tracing:contacts") + "?size=100"}
    return {code: client.page(county.serve().port, path, county.cookies["epi"], PAGES, 3) for code, path in asked.items()}


def _proposed(county, many):
    """Somebody who fell ill three days ago and was on three days where so many others were, a third of them in one class."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.days import now, today
    from lianfang.registers.people.models import Person
    from lianfang.response.tracing import actions, diary
    from lianfang.response.tracing.models import Stay

    told = {"by": Account.objects.get(login="epi"), "at": now()}
    people = list(Person.objects.exclude(pk__in=Stay.objects.values("person")).select_related("unit").order_by("-pk")[:many + 1])
    ill_on = today() - timedelta(days=3)
    index = actions.open_index(person=people[0], disease="measles", anchor="onset", anchor_on=ill_on, **told)
    for n, person in enumerate(people):
        place = f"{'实验小学' if n % 3 else '青禾中学'}食堂{n % 5 if n else 0}"
        for days in range(3):
            lines = f"0800-1130 上课 测速班\n1130-1210 吃饭 {place}\n1330-1600 上课 测速班"
            actions.add_stays(person=person, told=diary.read(lines, ill_on - timedelta(days=days)), source="roster", **told)
    return index


def _contacts(index, many):
    """So many as contacts of the same person's other disease, without an order each."""
    from lianfang.ground import rows
    from lianfang.ground.days import now, today
    from lianfang.registers.people.models import Person
    from lianfang.response.tracing import actions
    from lianfang.response.tracing.models import Contact

    other = actions.open_index(person=index.person, disease="mers", anchor="onset", anchor_on=index.anchor_on, by=index.opened_by, at=now())
    evidence = [{"how": "door", "ground": "home", "near": "unknown", "minutes": "unknown", "rows": "unknown", "protection": "unknown",
                 "spot": None, "from": today().isoformat(), "until": today().isoformat()}]
    people = Person.objects.order_by("pk").values_list("pk", "unit_id")[:many]
    rows.insert([rows.fresh(Contact, index_id=other.pk, person_id=pk, unit_id=unit, kind="close", last_exposed_on=today(),
                            watch_until_on=today() + timedelta(days=n % 21), evidence=evidence, decided_by_id=index.opened_by_id,
                            decided_at=now()) for n, (pk, unit) in enumerate(people)])


def _rings(share) -> dict:
    from django.db import connection, transaction

    from lianfang.ground import rows
    from lianfang.response.tracing.queries.rings import Window, both_rings, first_ring

    chance, begun = Random("stays"), time.perf_counter()
    people = PEOPLE // share
    with transaction.atomic():
        _unbind(connection)
        indexes = _drop_indexes(connection)
        stays = _stays(STAYS // share, people, SPOTS // share, chance, connection.vendor == "sqlite")
        while some := list(islice(stays, CHUNK)):
            _add(connection, some)
        _run(connection, indexes)
        loaded = time.perf_counter() - begun
        rows.weigh()
        first, until = BEGAN + timedelta(days=2, hours=-8), BEGAN + timedelta(days=6, hours=-8)
        windows = [Window(UUID(int=1 + chance.randrange(people)), first, until) for _n in range(ASKED)]
        found = {"first_ring": _middle(lambda w: first_ring(w), windows), "both_rings": _middle(lambda w: both_rings(w), windows),
                 "stays_loaded": loaded}
        transaction.set_rollback(True)
    return found


def _unbind(connection):
    """Keys that point elsewhere are not looked after: the transaction is thrown away."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")


def _drop_indexes(connection) -> list[str]:
    """Ten million rows are sorted once at the end instead of one by one; returns what makes the indexes anew, as the house made them."""
    asked = {"postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'tracing_stay' AND indexdef NOT LIKE '%UNIQUE%'",
             "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'tracing_stay' AND sql IS NOT NULL"}
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        found = cursor.fetchall()
    if not found:
        raise RuntimeError("tracing_stay has no index: its rings would be measured without")
    _run(connection, [f'DROP INDEX "{name}"' for name, _made in found])
    return [made for _name, made in found]


def _run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _stays(stays, people, spots, chance, on_sqlite):
    """Stays of a person a day: where he lives or works mostly, now and then where many go."""
    draw, begin = chance.random, BEGAN.replace(tzinfo=None) - timedelta(hours=8)
    minutes = [f"{begin + timedelta(minutes=n)}{'' if on_sqlite else '+00'}" for n in range(DAYS * 1440)]
    days = [f"2020-03-{2 + day:02d}" for day in range(DAYS)]
    written = (lambda n: n.to_bytes(16, "big")) if on_sqlite else "{:032x}".format
    for n in range(stays):
        who, day, often, minute = 1 + n % people, int(draw() * DAYS), draw(), int(draw() * 1380)
        spot = 1 + (who // 3 if often < 0.4 else who * 7 // 25 if often < 0.75 else int(draw() ** 3 * spots)) % spots
        ended = min(minute + 10 + int(draw() * 290), 1439)
        yield (written(n + 1), written(who), spot, days[day], minutes[day * 1440 + minute], minutes[day * 1440 + ended], "other", None,
               "record", None)


def _add(connection, values):
    table = f"tracing_stay ({', '.join(COLUMNS)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} FROM STDIN") as out:
                for value in values:
                    out.write_row(value)
        else:
            cursor.executemany(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(COLUMNS))})", values)


def _middle(ask, asked) -> float:
    """Milliseconds, the middle one."""
    times = []
    for one in asked:
        begun = time.perf_counter()
        ask(one)
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)[len(times) // 2]
