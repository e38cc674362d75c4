"""No line of a person's timeline is shown as its code."""
from lianfang.entry.home.told import TOLD
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people import looks

ELSEWHERE = {"ui.export", "people.look_up", "people.carry"}  # lines of an account or a unit, whose subject is nobody


def test_every_look_at_a_person_has_its_words_on_the_timeline():
    steps = {f"{flow.app}.{step}" for flow in FLOWS.values() for step in flow.steps}
    assert set(looks._kinds) - ELSEWHERE - steps - set(TOLD) == set()
