"""The register's pages: masked, scoped, and opened only for a reason that is written down."""
from datetime import date

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.registers.people import actions
from lianfang.registers.people.drafts import draft_membership, draft_person
from lianfang.registers.people.models import Category

ID, PHONE = "220722196901194047", "13181590830"


@pytest.fixture
def person(cast):
    """张秀英, a returnee at a door of the cadre's village."""
    made = draft_person(unit_id=cast.units["502"].pk, name="张秀英", at=now(), id_number=ID, phone=PHONE, sex="f",
                        birth_on=date(1969, 1, 19))
    with everything():
        return actions.add_people(people=[made], by=cast.officer, at=now(), memberships=[
            draft_membership(person=made.pk, category="returnee_abroad", source="演练名册", from_on=cast.on)])[0]


@pytest.fixture
def seen(client):
    """What an account sees at an address."""
    def get(account, url, **given):
        client.force_login(account)
        return client.get(url, given)

    return get


def test_the_search_shows_no_name_and_no_number(cast, person, seen):
    page = seen(cast.cadre, "/people/search/", q="zxy").content.decode()
    assert "张＊英" in page and "张秀英" not in page and ID not in page and PHONE not in page and "丰禾社区" in page


def test_the_search_ends_where_the_village_ends(cast, person, seen):
    assert str(person.pk) not in seen(cast.far_cadre, "/people/search/", q="zxy").content.decode()


def test_while_one_types_only_the_list_comes(cast, person, client):
    client.force_login(cast.cadre)
    page = client.get("/people/search/", {"q": "4047"}, headers={"HX-Request": "true"}).content.decode()
    assert "张＊英" in page and "<html" not in page


def test_the_list_narrows(cast, person, seen):
    for query, there in (({}, True), ({"category": "returnee_abroad"}, True), ({"category": "contact"}, False), ({"standing": "now"}, True),
                         ({"standing": "past"}, False), ({"unit": cast.units["望河社区"].pk}, False)):
        assert ("张＊英" in seen(cast.township, "/people/", **query).content.decode()) is there, query


def test_the_sheet_is_masked_too(cast, person, seen):
    from lianfang.ground import sheets

    [sheet] = sheets.read(b"".join(seen(cast.township, "/people/", export="xlsx").streaming_content))
    assert sheet.rows[1][0] == "张＊英"


def test_opening_needs_a_reason_and_is_written_down(cast, person, client):
    client.force_login(cast.cadre)
    url = f"/people/{person.pk}/open/"
    assert client.get(url).status_code == 200
    assert client.post(url, {"reason": ""}).status_code == 422
    assert not Line.objects.filter(verb="people.open").exists()
    page = client.post(url, {"reason": "visit"}).content.decode()
    assert "张秀英" in page and ID in page and PHONE in page
    told = Line.objects.get(verb="people.open")
    assert (told.by, told.subject, told.data) == (cast.cadre.pk, person.pk, {"reason": "visit"})


def test_who_may_not_open_does_not(cast, person, client):
    for account, status in ((cast.supervisor, 403), (cast.far_cadre, 404)):
        client.force_login(account)
        assert client.post(f"/people/{person.pk}/open/", {"reason": "visit"}).status_code == status


def test_register_entries_are_for_those_who_bring_in_rosters(cast, person, seen):
    from uuid import uuid4

    from lianfang.registers.people.drafts import draft_entry

    with everything():
        actions.add_entries(entries=[draft_entry(unit_id=cast.units["丰禾社区"].pk, source=uuid4(), name="张秀荣")])
    assert "张＊荣" in seen(cast.cadre, "/people/search/", q="张秀").content.decode()
    assert "张＊荣" not in seen(cast.grid, "/people/search/", q="张秀").content.decode()


def test_categories_are_kept_on_a_page(cast, client):
    client.force_login(cast.officer)
    new = {"zh": "返校学生", "en": "student", "source": "县教育局通知", "code": "student", "from_on": "2020-03-01"}
    assert client.post("/people/categories/add/", {**new, "code": "学生"}).status_code == 422
    assert client.post("/people/categories/add/", new, follow=True).status_code == 200
    assert client.post("/people/categories/add/", new).status_code == 422
    client.post("/people/categories/student/rename/", {**new, "zh": "返校师生"})
    client.post("/people/categories/student/end/", {"until_on": "2020-06-01"})
    made = Category.objects.get(pk="student")
    assert (made.zh, made.until_on) == ("返校师生", date(2020, 6, 1))
    assert "返校师生" in client.get("/people/categories/").content.decode()
