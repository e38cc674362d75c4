"""The hot insert writes what Django's own would: every column, both ways in, also what the model's defaults say."""
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.vault import Sealed
from lianfang.registers.people.models import Person, PersonWord


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


def columns(person):
    """What lies in its row, opened, its key aside."""
    found = Person.objects.get(pk=person.pk)
    return {f.attname: value.open() if isinstance(value := getattr(found, f.attname), Sealed) else value
            for f in Person._meta.concrete_fields if f.attname != "id"}


def test_fresh_is_what_the_constructor_makes(places):
    given = {"unit_id": places["village"].pk, "name": "张三", "birth_on": date(1990, 1, 1), "phone": "13900000001", "made_at": now()}
    quick, plain = rows.fresh(Person, **given), Person(**given)
    rows.insert([quick])
    plain.save()
    assert columns(quick) == columns(plain) and quick.pk != plain.pk
    assert quick._state.adding is False and "13900000001" not in repr(quick.__dict__)


def test_fresh_knows_its_columns():
    with pytest.raises(TypeError, match="colour"):
        rows.fresh(Person, colour="red")


def test_load_writes_tuples(add):
    person = add("张三")
    rows.load(PersonWord, ("word", "person_id"), [("张", person.id), ("zhangsan", person.id)])
    assert {"张", "zhangsan"} < set(PersonWord.objects.values_list("word", flat=True))
    with pytest.raises(ValueError):
        rows.load(PersonWord, ("person_id", "word"), [(person.id, "三")])


def test_amend_writes_what_was_left_in_the_database(add):
    person = Person.objects.only("id").get(pk=add("张三").pk)
    rows.amend([person], "name")
    assert Person.objects.get().name == "张三"


def test_who_has_a_number_is_looked_up_not_searched_for(db):
    if connection.vendor != "sqlite":
        pytest.skip("how PostgreSQL plans is told by its statistics")
    with CaptureQueriesContext(connection) as asked:
        rows.among(Person, "id_blind", ["a", "", "b"], ("id", "name"))
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[0]['sql']}")
        assert all(step.startswith("SEARCH") for *_, step in cursor.fetchall())
