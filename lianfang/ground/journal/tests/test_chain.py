"""The journal: only ever added to, sealed without gaps, and every change behind its back is found and named."""
import uuid

import pytest
from django.db import Error, connection, transaction

from lianfang.ground.days import now
from lianfang.ground.journal import actions, chain, line, triggers
from lianfang.ground.journal.models import Line, Seal

pytestmark = pytest.mark.django_db


def tell(count=5, **more):
    with transaction.atomic():
        return actions.write([line("tests.tell", kind="thing", record=uuid.uuid4(), by=1, at=now(), data={"n": n, "what": "一"}, **more)
                              for n in range(count)])


def behind_its_back(sql, params=()):
    """What somebody with the database's password does."""
    dropped = triggers.SQLITE if connection.vendor == "sqlite" else {}
    with connection.cursor() as cursor:
        for name in dropped:
            cursor.execute(f"DROP TRIGGER {name}")
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, params)
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        for sql in dropped.values():
            cursor.execute(sql)


def test_lines_get_positions_without_gaps():
    tell(3)
    assert actions.seal() == 3
    tell(2)
    assert actions.seal() == 2
    assert list(Seal.objects.order_by("position").values_list("position", flat=True)) == [1, 2, 3, 4, 5]
    assert chain.first_bad() is None


def test_sealing_in_small_portions_gives_the_same_chain():
    tell(7)
    assert actions.seal(limit=2) == 7
    assert chain.first_bad() is None


def test_a_line_of_a_long_transaction_is_sealed_by_the_look_that_goes_further_back():
    newest = tell(1)[0].id
    actions.seal()
    late = line("tests.tell", kind="thing", record=uuid.uuid4(), by=1, at=now())
    late.id = uuid.UUID(int=newest.int - (chain.GLANCE + 5 << 80) * 1000)
    with transaction.atomic():
        actions.write([late])
    assert actions.seal(back=chain.GLANCE) == 0
    assert actions.seal() == 1 and chain.first_bad() is None


@pytest.mark.parametrize("change", ["UPDATE journal_line SET verb = 'x'", "DELETE FROM journal_line", "DELETE FROM journal_seal",
                                    "UPDATE journal_seal SET hash = 'x'"])
def test_the_database_refuses_change(change):
    tell()
    actions.seal()
    with pytest.raises(Error, match="append-only"), transaction.atomic():
        connection.cursor().execute(change)


@pytest.mark.parametrize("column", ["verb", "kind", "data", "at", "by", "unit", "record", "subject", "because"])
def test_a_changed_column_names_its_line(column):
    told = tell(unit=1, subject=uuid.uuid4(), because=uuid.uuid4())
    actions.seal()
    other = uuid.uuid4()
    value = {"data": '{"n": 2, "what": "二"}', "at": "2020-01-01 00:00:00+00:00", "by": 2, "unit": 2}.get(
        column, other if column in ("record", "subject", "because") else "x")
    behind_its_back(f'UPDATE journal_line SET "{column}" = %s WHERE id = %s', [value, told[2].id])
    bad = chain.first_bad()
    assert (bad.position, bad.line) == (3, str(told[2].id))


def test_a_removed_line_is_named():
    told = tell()
    actions.seal()
    behind_its_back("DELETE FROM journal_line WHERE id = %s", [told[1].id])
    assert (chain.first_bad().position, chain.first_bad().line) == (2, str(told[1].id))


def test_a_removed_seal_is_a_gap():
    tell()
    actions.seal()
    behind_its_back("DELETE FROM journal_seal WHERE position = 2")
    assert chain.first_bad().position == 2


def test_a_line_slipped_in_long_ago_is_found():
    tell()
    actions.seal()
    old = Line(id=uuid.UUID("01700000-0000-7000-8000-000000000000"), at=now(), by=1, verb="x.y", kind="thing")
    old.save(force_insert=True)
    assert chain.first_bad().line == str(old.id)


def test_a_dropped_trigger_is_reported():
    if connection.vendor == "sqlite":
        connection.cursor().execute("DROP TRIGGER journal_line_no_update")
    else:
        connection.cursor().execute("ALTER TABLE journal_line DISABLE TRIGGER journal_line_append_only")
    assert "trigger" in chain.first_bad().reason


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL checks the types itself")
def test_bytes_that_are_no_value_any_more_are_named_not_stumbled_over():
    told = tell()
    actions.seal()
    behind_its_back("UPDATE journal_line SET record = 'zz', at = 'then' WHERE id = %s", [told[0].id])
    assert chain.first_bad().position == 1
