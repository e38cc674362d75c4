"""What the specs of this loop stand on: somebody at door 502."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_entry, draft_person

NUMBER, PHONE, ADDRESS = "22072219890101123X", "13800001234", "向阳小区3号楼1单元502室里屋"


@pytest.fixture
def person(cast):
    """Somebody at door 502, in the register too."""
    found = draft_person(unit_id=cast.units["502"].pk, name="周建明", at=cast.at, id_number=NUMBER, phone=PHONE, address=ADDRESS)
    with everything():
        [made] = people.add_people(people=[found], by=cast.officer, at=cast.at)
        people.add_entries(entries=[draft_entry(unit_id=cast.units["502"].pk, source=made.pk, name="周建明", id_number=NUMBER)])
    return made
