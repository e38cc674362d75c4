"""From the box to the machine: what is missing stays on its way, what is warm wants a word, every step is somebody's turn."""
import pytest

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Transfer, Tube


def sent(point, tubes, box="BOX-1"):
    return actions.send(box=box, tubes=tubes, carrier="禾A0001 李师傅", temperature=4.0, unit=point.session.unit, **point.sampler())


def states(*tubes):
    return [Tube.objects.get(pk=tube.pk).state for tube in tubes]


def test_what_is_missing_from_a_box_stays_on_its_way_and_its_clock_runs(point):
    one, two = point.filled(point.people[:5], 5), point.filled(point.people[5:], 5)
    trip = sent(point, [one, two])
    assert Turn.objects.filter(state="sent", role="laboratory", closed_at=None).count() == 2
    with pytest.raises(Refused, match=two.code):
        actions.receive(transfer=trip, codes=[one.code], temperature=5.0, note="", **point.lab())
    assert actions.receive(transfer=trip, codes=[one.code], temperature=5.0, note="少一管，已电话核对", **point.lab()) == [two.code]
    assert states(one, two) == ["received", "sent"]
    actions.receive(transfer=Transfer.objects.get(pk=trip.pk), codes=[two.code], temperature=6.0, note="", **point.lab())
    assert states(two) == ["received"] and Transfer.objects.get(pk=trip.pk).note.open() == "少一管，已电话核对"


def test_a_warm_box_wants_a_word_and_a_strange_tube_is_not_received(point):
    trip, other = sent(point, [point.filled(point.people[:5], 5)]), point.filled(point.people[5:], 5)
    code = Tube.objects.get(transfer=trip).code
    with pytest.raises(Refused, match=r"^箱温 18\.0℃ 不在规定范围。 请写明情况再接收。$"):
        actions.receive(transfer=trip, codes=[code], temperature=18.0, note=" ", **point.lab())
    with pytest.raises(Refused, match=other.code):
        actions.receive(transfer=trip, codes=[code, other.code], temperature=5.0, note="", **point.lab())


def test_a_box_on_its_way_is_not_sent_again_and_only_sealed_tubes_travel(point):
    one, two = point.filled(point.people[:5], 5), point.filled(point.people[5:], 5)
    sent(point, [one])
    with pytest.raises(Refused, match="还在路上"):
        sent(point, [two])
    with pytest.raises(Refused, match="采样中"):
        sent(point, [point.tube()], "BOX-2")
    assert states(two) == ["sealed"] and Transfer.objects.count() == 1


def test_a_result_needs_a_machine_before_it(point):
    tube = point.filled(point.people)
    with pytest.raises(Refused, match="待送检"):
        actions.report(found=[actions.Found(tube, "negative")], **point.lab())
    assert point.report(Tube.objects.get(pk=tube.pk), "negative") and states(tube) == ["reported"]
    assert not Turn.objects.filter(record=tube.pk, closed_at=None).exists()
