"""A tube is used once for ever, holds as many as its table says, and is sealed only when swabs and registrations are the same number."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Membership, Person
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Sample, Tube
from tests.at_once import only_on_postgresql, the_second

from .conftest import Point

ID = "220722198103120042"


def test_ten_people_in_one_tube_each_at_his_position(point):
    tube = point.filled(point.people)
    assert [one.position for one in point.samples(tube)] == list(range(1, 11))
    assert (tube.state, tube.count, tube.kind, tube.reason) == ("sealed", 10, "pool", "voluntary")
    assert (tube.due_at - tube.first_at).total_seconds() == 24 * 3600
    turn = Turn.objects.get(record=tube.pk, closed_at=None)
    assert (turn.state, turn.account_id, turn.role) == ("sealed", point.cast.grid.pk, "village_cadre")
    assert {line.subject for line in Line.objects.filter(verb="laboratory.take_sample")} == {who.pk for who in point.people}


def test_the_number_in_the_tube_is_the_number_registered(point):
    tube = point.tube()
    with pytest.raises(Refused, match="没有登记"):
        actions.seal(tube=tube, count=0, **point.sampler())
    actions.take_samples(tube=tube, swabs=[actions.Swab(who) for who in point.people[:9]], **point.sampler())
    with pytest.raises(Refused, match="登记了9人，管里数出来10支"):
        actions.seal(tube=tube, count=10, **point.sampler())
    assert Tube.objects.get(pk=tube.pk).state == "open"


def test_a_tube_is_used_once_for_ever_and_says_where_it_was(point):
    tube = point.tube()
    with pytest.raises(Refused, match=r"丰禾社区采样点.*换一支新管"):
        actions.open_tube(session=point.session, code=f" {tube.code} ", places=10, **point.sampler())
    again = actions.open_tube(session=point.session, code=tube.code, places=10, id=tube.pk, **point.sampler())
    assert again.pk == tube.pk and Tube.objects.count() == 1


def test_contacts_and_the_fever_clinic_are_never_pooled(point):
    with pytest.raises(Refused, match="1人一管"):
        point.tube(places=10, reason="contact")
    with pytest.raises(Refused, match="1、5、10人"):
        point.tube(places=20)
    tube = point.tube()
    with pytest.raises(Refused, match="要一人一管"):
        actions.take_samples(tube=tube, swabs=[actions.Swab(point.people[0], "fever_clinic")], **point.sampler())
    assert not Sample.objects.exists()


def test_a_swab_sent_twice_is_one_and_nobody_is_in_a_tube_twice_or_beyond_its_places(point):
    tube, swab = point.tube(places=5), actions.Swab(point.people[0])
    for _n in range(2):
        actions.take_samples(tube=tube, swabs=[swab], **point.sampler())
    assert Sample.objects.count() == 1
    with pytest.raises(Refused, match="登记了两次"):
        actions.take_samples(tube=tube, swabs=[actions.Swab(point.people[0])], **point.sampler())
    with pytest.raises(Refused, match="已经满了"):
        actions.take_samples(tube=tube, swabs=[actions.Swab(who) for who in point.people[1:6]], **point.sampler())


def test_nobody_is_in_two_tubes_at_once(point):
    first, other = point.tube(), point.tube()
    [one] = actions.take_samples(tube=first, swabs=[actions.Swab(point.people[0])], **point.sampler())
    with pytest.raises(Refused, match=first.code):
        actions.take_samples(tube=other, swabs=[actions.Swab(point.people[0])], **point.sampler(point.later(minutes=9)))
    actions.take_out(sample=one, **point.sampler())
    actions.take_samples(tube=other, swabs=[actions.Swab(point.people[0])], **point.sampler())


def test_who_is_taken_out_leaves_his_place_to_the_next(point):
    tube = point.tube(places=5)
    first, _second = actions.take_samples(tube=tube, swabs=[actions.Swab(who) for who in point.people[:2]], **point.sampler())
    actions.take_out(sample=first, **point.sampler())
    actions.take_samples(tube=tube, swabs=[actions.Swab(point.people[2])], **point.sampler())
    assert [(one.position, one.person_id) for one in point.samples(tube)] == [(1, point.people[2].pk), (2, point.people[1].pk)]


def test_a_swab_that_comes_again_as_anothers_is_refused_in_any_tube(point):
    tube, swab = point.tube(places=5), actions.Swab(point.people[0])
    actions.take_samples(tube=tube, swabs=[swab], **point.sampler())
    told = actions.Somebody("周小满", "id_card", ID)
    for other, who in ((tube, point.people[1]), (tube, told), (point.tube(), told)):
        with pytest.raises(Refused, match="另一个人"):
            actions.take_samples(tube=other, swabs=[actions.Swab(who, id=swab.id)], **point.sampler(point.later(minutes=2)))
    assert Sample.objects.get().person == point.people[0]


@pytest.mark.django_db(transaction=True)
def test_who_is_registered_while_it_is_sealed_is_counted_or_refused(cast):
    only_on_postgresql()
    with everything():
        point = Point(cast)
        tube = point.tube()
        actions.take_samples(tube=tube, swabs=[actions.Swab(who) for who in point.people[:2]], **point.sampler())
    swab = actions.Swab(point.people[2])
    late = the_second(lambda: actions.take_samples(tube=tube, swabs=[swab], **point.sampler()),
                      lambda: actions.seal(tube=tube, count=2, **point.sampler()))
    assert "登记了3人，管里数出来2支" in str(late)


def test_who_is_unknown_is_registered_once_under_his_category_and_a_number_of_nobody_asks_for_a_name(point):
    tube, told = point.tube(), actions.Somebody("周小满", id_kind="id_card", id_number=ID)
    actions.take_samples(tube=tube, swabs=[actions.Swab(told)], **point.sampler())
    person = Person.objects.get(name="周小满")
    assert Membership.objects.get(person=person).category_id == "tested" and person.unit == point.session.unit
    actions.seal(tube=tube, count=1, **point.sampler())
    known = actions.Somebody("", id_kind="id_card", id_number=ID)
    actions.take_samples(tube=(tube := point.tube()), swabs=[actions.Swab(known)], **point.sampler(point.later(minutes=2)))
    assert Sample.objects.filter(person=person).count() == 2
    with pytest.raises(Refused, match="请填姓名"):
        actions.take_samples(tube=tube, swabs=[actions.Swab(actions.Somebody("", id_kind="id_card", id_number="220722199001010015"))],
                             **point.sampler())


def test_a_point_with_a_tube_in_hand_is_not_closed(point):
    tube = point.tube()
    with pytest.raises(Refused, match=tube.code):
        actions.close_session(session=point.session, **point.sampler())
    actions.void(tube=tube, why="管裂", **point.sampler())
    assert actions.close_session(session=point.session, **point.sampler()).closed_at == point.at
