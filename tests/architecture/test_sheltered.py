"""A protected address: whoever opens whatever page, sheet or paper, none tells of the person and of the place together."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Person
from lianfang.response.discretion import actions
from lianfang.response.discretion.models import Protection
from tests.samples import isolation

from .standing import db, stage, standing  # noqa: F401
from .test_access import ALL, browser
from .test_canary import WRITING, in_turn, told

pytestmark = pytest.mark.crawl
IS_FULL = True

LOOKING = ("officer", "township", "cadre", "epi", "supervisor")  # the leader sees what the officer does, the grid what the cadre
OF_PLACES = ("campaign", "share", "call", "seal", "mismatch", "shift", "level", "ring", "ring_task")
DOOR, NAME, MASKED, ADDRESS = "暗号门9571", "龘囍囍", "龘＊囍", "暗号巷9571号"


@pytest.fixture
def lived(stage):  # noqa: F811
    """A stage on which the person of all records lives at a door nobody else has."""
    with everything():
        Unit.objects.filter(pk=stage.unit.pk).update(name=DOOR)
        person = Person.objects.get(pk=stage.of(isolation.person))
        person.name, person.address = NAME, ADDRESS
        person.save()
        Turn.objects.filter(subject=None, flow__in=OF_PLACES).delete()  # a turn of the door itself names nobody, in the same list
    return stage


@pytest.fixture
def sheltered(lived):
    """He is protected; the far street's cadre is not named, the near one's is."""
    person = Person._base_manager.select_related("unit").get(pk=lived.of(isolation.person))
    actions.protect(person=person, reason="informant", minder=lived.cast.township, by=lived.cast.leader, at=lived.cast.at)
    return lived


def telling(stage, part, addresses):  # noqa: F811
    """Of these pages those that tell an account of the person and his place in one."""
    return {name for name, _answer, text in told(stage, getattr(stage.cast, part), part in WRITING, addresses)
            if (MASKED in text or NAME in text) and (DOOR in text or "9571号" in text)}


def test_before_it_was_protected_it_is_told_in_many_places(lived):
    found = telling(lived, "officer", [one for one in ALL if one.name.split(":")[0] in ("people", "isolation", "home")])
    assert {"people:people", "isolation:orders", "home:person", "isolation:notice"} <= found and len(found) > 12


@pytest.mark.parametrize("part", LOOKING)
def test_afterwards_no_page_tells_anybody(sheltered, part):
    assert telling(sheltered, part, in_turn(part, LOOKING[1:])) == set(), part


def test_whoever_was_named_opens_it(sheltered):
    one = Protection._base_manager.get(person=sheltered.of(isolation.person))
    answer = browser(sheltered.cast.township).post(f"/discretion/protections/{one.pk}/address/", {"reason": "visit"})
    assert DOOR in answer.content.decode() and ADDRESS in answer.content.decode()
