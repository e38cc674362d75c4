"""Persons are added, amended, placed and put under categories through one door each, and the journal tells it without a name."""
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.registers.people import actions
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.models import Category, Membership, Person, PersonWord, Refusal

ID, PHONE = "220722196901194047", "13181590830"


@pytest.fixture(autouse=True)
def _all():
    with everything():
        yield


def verbs():
    return list(Line.objects.filter(kind__in=["person", "category"]).order_by("id").values_list("verb", flat=True))


def test_add_seals_what_is_secret(add):
    person = add("张秀英", id_number=ID, phone=PHONE, address="和平村12号")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_person")
        stored = repr([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])
    assert ID not in stored and PHONE not in stored and "12号" not in stored and "张秀英" in stored
    again = Person.objects.get(pk=person.pk)
    assert (again.id_number.open(), again.phone.open(), again.address.open()) == (ID, PHONE, "和平村12号")
    assert again.masked_id == "2207＊＊＊＊4047"


def test_a_number_belongs_to_one_person(add):
    add("张秀英", id_number=ID)
    with pytest.raises(IntegrityError), transaction.atomic():
        add("张秀荣", id_number=ID)


def test_add_is_told_by_id_only(add):
    person = add("张秀英", id_number=ID)
    told = Line.objects.get(verb="people.add")
    assert told.subject == person.pk and told.unit == person.unit_id and "张秀英" not in str(told.data)


def test_amend_renews_the_words(add, system):
    person = add("张秀英", id_number=ID)
    actions.amend(person=person, by=system, at=now(), name="章秀英", phone=PHONE)
    words = set(PersonWord.objects.values_list("word", flat=True))
    assert "章秀英" in words and "张秀英" not in words
    assert Line.objects.get(verb="people.amend").data == {"facts": ["name", "phone"]}
    assert Person.objects.get().phone.open() == PHONE


def test_amend_refuses_what_is_no_fact(add, system):
    with pytest.raises(ValueError):
        actions.amend(person=add("张秀英"), by=system, at=now(), unit_id=1)


def test_place_and_move(add, system, places):
    person = add("张秀英")
    actions.place(people=[person], unit=places["door"], by=system, at=now())
    actions.move(people=[person], unit=places["other"], by=system, at=now())
    assert Person.objects.get().unit == places["other"]
    assert verbs() == ["people.add", "people.place", "people.move"]


def test_join_once_and_leave(add, system):
    person = add("张秀英")
    for _ in range(2):
        actions.join(people=[person], category="contact", source="流调", from_on=date(2020, 2, 1), by=system, at=now())
    assert Membership.objects.count() == 1
    assert actions.leave(people=[person], category="contact", until_on=date(2020, 2, 15), by=system, at=now()) == 1
    assert Membership.objects.get().until_on == date(2020, 2, 15)
    assert verbs() == ["people.add", "people.join", "people.leave"]


def test_open_needs_a_reason_from_the_list(add, system):
    person = add("张秀英", id_number=ID, phone=PHONE)
    with pytest.raises(ValueError):
        actions.open_person(person=person, reason="想看看", by=system, at=now())
    assert actions.open_person(person=person, reason="visit", by=system, at=now())["phone"] == PHONE
    assert Line.objects.get(verb="people.open").data == {"reason": "visit"}


def test_categories_are_the_countys_own(db, system):
    assert Category.objects.filter(code="returnee_abroad").exists()
    made = actions.add_category(code="student", zh="返校学生", en="student", source="县教育局通知", from_on=date(2020, 3, 1),
                                by=system, at=now())
    actions.rename_category(category=made, zh="返校师生", en="student or teacher", source="县教育局通知", by=system, at=now())
    actions.end_category(category=made, until_on=date(2020, 6, 1), by=system, at=now())
    again = Category.objects.get(code="student")
    assert (again.zh, again.until_on) == ("返校师生", date(2020, 6, 1))
    assert verbs() == ["people.add_category", "people.rename_category", "people.end_category"]


def test_refuse_is_remembered_once(add, system):
    person, other = add("张秀英", id_number=ID), add("张秀荣")
    for _ in range(2):
        actions.refuse(person=person, id_blind=person.id_blind, name="张秀荣", by=system, at=now(), instead=other)
    assert Refusal.objects.get().instead == other


def test_draft_knows_equal_numbers():
    small, large = (draft_person(unit_id=1, name="张三", at=now(), id_number=n) for n in ("22072219690119404x", "22072219690119404X"))
    assert small.id_blind == large.id_blind != ""
