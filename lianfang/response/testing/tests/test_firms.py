"""A firm's batch and those who walk in: places held, results told as fit or not to that firm's list and to nobody else's."""
from datetime import date

import pytest
from django.urls import reverse

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.enterprises import actions as enterprises
from lianfang.registers.enterprises.queries import firm_code
from lianfang.registers.people.models import Membership
from lianfang.response.testing import actions
from lianfang.response.testing.models import Batch, Outcome, Slot, Worker

from .conftest import IDS

SHEET = f"姓名,身份证号\n周建明,{IDS[0]}\n李树生,{IDS[1]}\n高原,{IDS[0]}\n错了,220722198103120043\n".encode()


def firm(house, serial="01D"):
    return enterprises.add_firm(unit=house.cast.units["丰禾社区"], title=f"青禾米业{serial}", code=f"919901000000000{serial}", office="",
                                by=house.cast.officer, at=house.at)


def slot(house, quota):
    point = actions.open_point(unit=house.cast.units["青禾县"], title="县医院", place="门口", by=house.cast.officer, at=house.at)
    actions.open_slots(point=point, first=date(2020, 3, 10), last=date(2020, 3, 10), begin="14:00", end="15:00", minutes=60, quota=quota,
                       by=house.cast.officer, at=house.at)
    return Slot.objects.select_related("point", "point__unit").get(point=point)


def booked(house, of, at):
    return actions.book_batch(firm=of, slot=at, content=SHEET, name="员工.csv", by=house.cast.officer, at=house.at)


def told(house, worker, outcome, **time):
    return actions.note_results(results=[actions.Told(worker.person_id, "nucleic", house.later(**time), outcome)], by=house.cast.officer,
                                at=house.later(hours=12))


def test_a_batch_holds_its_places_and_is_answered_when_the_last_result_is_there(house):
    mine, time = firm(house), slot(house, 3)
    batch = booked(house, mine, time)
    assert (batch.size, [row for row, _said in batch.faults], Slot.objects.get().taken) == (2, [4, 5], 2)
    assert Turn.objects.get(record=batch.pk, closed_at=None).due == house.later(hours=30)
    assert Membership.objects.filter(category="worker").count() == 2
    with pytest.raises(Refused, match="剩 1 个号，名册有 2 人"):
        booked(house, mine, Slot.objects.select_related("point", "point__unit").get())
    assert (Batch.objects.count(), Slot.objects.get().taken) == (1, 2)
    one, other = Worker.objects.order_by("row")
    assert told(house, one, "negative", days=-1) == 1 and Worker.objects.get(pk=one.pk).is_fit is None  # taken before the batch began
    told(house, one, "negative", hours=5)
    sheet = f"身份证号,采样时间,结果\n{IDS[1]},2020-03-10 14:00,阳性\n{IDS[2]},2020-03-10 14:00,阴性\n".encode()
    came = actions.import_results(content=sheet, name="结果.csv", unit=house.cast.units["青禾县"], by=house.cast.officer,
                                  at=house.later(hours=12))
    assert (came.taken, [row for row, _said in came.faults]) == (1, [3])
    assert list(Worker.objects.order_by("row").values_list("is_fit", flat=True)) == [True, False]
    assert Batch.objects.get().state == "answered" and Outcome.objects.count() == 3
    told(house, other, "negative", hours=5)  # corrected
    assert Worker.objects.get(pk=other.pk).is_fit is True
    told(house, other, "positive", hours=9)  # a later test is not this batch's
    assert Worker.objects.get(pk=other.pk).is_fit is True


def test_who_walks_in_stands_on_the_list_of_the_day(house):
    mine = firm(house)
    somebody = actions.Somebody("周建明", "id_card", IDS[0])
    first = actions.walk_in(firm=mine, who=somebody, by=house.cast.officer, at=house.at)
    again = actions.walk_in(firm=mine, who=actions.Somebody("李树生", "id_card", IDS[1]),
                            by=house.cast.officer, at=house.later(hours=1))
    assert first == again and again.size == 2 and Turn.objects.filter(record=again.pk, closed_at=None).count() == 1
    with pytest.raises(Refused, match="已经在名单里"):
        actions.walk_in(firm=mine, who=somebody, by=house.cast.officer, at=house.later(hours=2))
    actions.cancel_batch(batch=Batch.objects.get(), by=house.cast.officer, at=house.later(hours=3))
    assert told(house, Worker.objects.first(), "negative") == 0  # nobody waits for it


def test_a_firm_sees_its_own_list_as_fit_or_not_and_nothing_else(house, client):
    mine, other = firm(house), firm(house, "02G")
    booked(house, mine, slot(house, 9))
    one = Worker.objects.get(row=2)
    told(house, one, "grey", hours=5)
    door = {"code": firm_code(mine), "tail": mine.code[-6:].lower()}
    for wrong in ({"tail": other.code[-6:]}, {"code": firm_code(other)}):
        assert client.post(reverse("firm:enter"), door | wrong).status_code == 422
    assert client.get(reverse("firm:workers")).status_code == 302
    page = client.post(reverse("firm:enter"), door, follow=True).content.decode()
    assert "周＊明" in page and "不合格" in page and "等结果" in page
    assert not any(word in page for word in ("周建明", IDS[0], "灰区", "grey", "阳"))
    client.post(reverse("firm:leave"))
    page = client.post(reverse("firm:enter"), {"code": firm_code(other), "tail": other.code[-6:]}, follow=True).content.decode()
    assert "还没有送检" in page and "周＊明" not in page
