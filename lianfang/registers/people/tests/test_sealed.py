"""Numbers and phones lie encrypted in the person's row."""
from django.db import connection

from lianfang.registers.people import actions
from lianfang.registers.people.drafts import draft_person


def test_the_column_holds_no_clear_text(cast):
    person = draft_person(unit_id=cast.units["502"].pk, name="周建明", at=cast.at, id_number="22072219890101123X", phone="13800001234")
    actions.add_people(people=[person], by=cast.officer, at=cast.at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_person")
        raw = b"".join(bytes(v) if isinstance(v, (bytes, memoryview)) else str(v).encode() for v in cursor.fetchone())
    assert b"22072219890101123X" not in raw and b"13800001234" not in raw
    assert person.id_number.open() == "22072219890101123X"
