"""The duty desk: a call is somebody's turn at once, once; a shift hands over everything that is open, and another acknowledges it."""
import pytest

from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.directives import actions
from lianfang.response.directives.models import Call, Shift, Task
from tests.at_once import only_on_postgresql, the_second

from .conftest import HOUR


def called(room, **more):
    told = {"unit": room.cast.units["丰禾社区"], "words": "有老人断药", "caller": "王某", "phone": "139", "by": room.cast.officer,
            "at": room.at}
    return actions.take_call(**told | more)


def test_a_call_is_the_turn_of_the_right_unit_and_who_called_lies_sealed(room, cast):
    call = called(room, detail="3号楼502", urgency="now")
    task = call.task
    assert (task.unit, task.source, task.origin, task.due_at) == (cast.units["丰禾社区"], "call", call.pk, room.at + HOUR)
    assert Turn.objects.get(record=call.task.pk).role == "village_cadre" and call.caller.open() == "王某" and str(call.phone) == "＊"
    assert called(room, unit=cast.units["青禾县"], role="epidemiologist").task.role == "epidemiologist"


def test_pressed_twice_it_is_one_call(room):
    pk = uuid7()
    assert called(room, id=pk).pk == called(room, id=pk).pk and Call.objects.count() == Task.objects.count() == 1


@pytest.mark.parametrize("told", [{"words": ""}, {"words": "回电13900001234"}])
def test_what_it_is_about_is_said_without_numbers(room, told):
    with pytest.raises(Refused):
        called(room, **told)
    assert not Call.objects.exists() and not Task.objects.exists()


def test_only_within_ones_own_place(room, cast):
    with pytest.raises(Refused):
        called(room, by=cast.far_township)
    assert called(room, by=cast.township).desk == cast.units["禾阳街道"], "a town has its own desk"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_sit_down_at_once_the_second_is_told(room, cast):
    only_on_postgresql()
    sits = {"unit": cast.units["青禾县"], "at": room.at}
    told = the_second(lambda: actions.begin_desk(by=cast.officer, **sits), lambda: actions.begin_desk(by=cast.leader, **sits))
    assert isinstance(told, Refused) and "正在当班" in str(told), repr(told)


def test_a_shift_hands_over_what_is_open_and_another_acknowledges_it(room, cast):
    county = cast.units["青禾县"]
    shift = actions.begin_desk(unit=county, by=cast.officer, at=room.at)
    with pytest.raises(Refused, match="正在当班"):
        actions.begin_desk(unit=county, by=cast.leader, at=room.at)
    open_call, closed_call = called(room).task, called(room).task
    actions.close_task(task=room.done(closed_call, cast.cadre), by=cast.leader, at=room.at + HOUR)
    with pytest.raises(Refused):
        actions.hand_over_desk(shift=shift, note=" ", by=cast.officer, at=room.at)
    actions.hand_over_desk(shift=shift, note="断药的那家没回话", by=cast.officer, at=room.at + 8 * HOUR)
    assert (shift.left, shift.calls, shift.state) == ([str(open_call.pk)], 2, "handed")
    for told in ({"by": cast.officer, "answer": "好"}, {"by": cast.leader, "answer": ""}, {"by": cast.cadre, "answer": "好"}):
        with pytest.raises(Refused):
            actions.take_over_desk(shift=shift, at=room.at + 8 * HOUR, **told)
    with pytest.raises(Refused, match="先接班"):
        actions.begin_desk(unit=county, by=cast.leader, at=room.at)
    following = actions.take_over_desk(shift=shift, answer="接到一件，先问断药的", by=cast.leader, at=room.at + 8 * HOUR)
    assert (shift.state, shift.taken_by, following.begun_by) == ("taken_over", cast.leader, cast.leader)
    assert list(Shift.objects.filter(state="on")) == [following]
