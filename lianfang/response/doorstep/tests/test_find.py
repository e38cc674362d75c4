"""Somebody found at a door is on record once, under his category, and the table decides at once."""
import pytest
from django.utils.translation import override

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.registers.people.models import Membership, Person
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.models import Found
from tests.at_once import only_on_postgresql, the_second

NUMBER = "110101199003070070"


def seen(door, **more):
    return actions.Seen(door, **{"name": "周建明", "id_kind": "id_card", "id_number": NUMBER, "origin_kind": "other_province",
                                 "origin": "湖北武汉", "temperature": 36.5, "symptoms": False, "colour": "green"} | more)


def test_a_returnee_found_at_a_door_is_decided_on(cast, doors, campaign):
    [found] = actions.find(seen=[seen(doors["101"], arrived_on=cast.on, campaign=campaign)], by=cast.grid, at=cast.at)
    person = Person.objects.get()
    assert (found.person_id, person.unit_id) == (person.pk, doors["101"])
    assert Membership.objects.get().category_id == "returnee_out_of_province"
    told = Line.objects.get(verb="doorstep.find")
    assert Line.objects.get(verb="isolation.decide").because == told.pk
    assert Verdict.objects.get().facts["origin"] == "other_province"
    assert Line.objects.filter(verb="isolation.issue", subject=person.pk).exists()


def test_what_is_stored_is_chinese_whoever_types(cast, doors):
    with override("en"):
        actions.find(seen=[seen(doors["101"], arrived_on=cast.on)], by=cast.grid, at=cast.at)
    assert Membership.objects.get().source == "入户排查"


def test_the_same_person_is_not_recorded_twice(cast, doors):
    for door in ("101", "102"):
        actions.find(seen=[seen(doors[door], arrived_on=cast.on)], by=cast.grid, at=cast.at)
    assert Person.objects.count() == 1 and Found.objects.count() == 2
    assert Membership.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_the_same_page", [True, False])
def test_of_two_who_find_somebody_new_at_once_he_is_recorded_once(cast, doors, is_the_same_page):
    only_on_postgresql()
    first, other = seen(doors["101"], arrived_on=cast.on), seen(doors["102"], arrived_on=cast.on)

    def found(one):
        return lambda: actions.find(seen=[one], by=cast.grid, at=cast.at)

    named(SYSTEM)
    answer = the_second(found(first), found(first if is_the_same_page else other))
    assert [one.person_id for one in answer] == [Person.objects.get().pk]
    assert Found.objects.count() == (1 if is_the_same_page else 2)


def test_what_nobody_has_said_is_unknown_and_reviewed_never_passed(cast, doors):
    actions.find(seen=[seen(doors["101"], origin_kind="unknown", origin="", temperature=None, symptoms=None, colour="")],
                 by=cast.grid, at=cast.at)
    assert not Line.objects.filter(verb="isolation.issue").exists()
    assert Line.objects.filter(verb="isolation.ask_review").exists()


def test_a_number_that_bears_another_name_is_looked_at_first(cast, doors):
    actions.find(seen=[seen(doors["101"])], by=cast.grid, at=cast.at)
    with pytest.raises(Refused, match="另一个姓名"):
        actions.find(seen=[seen(doors["102"], name="钱多多")], by=cast.grid, at=cast.at)
    assert Person.objects.get().name == "周建明" and Found.objects.count() == 1
