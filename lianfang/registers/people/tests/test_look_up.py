"""Looking somebody up by a whole number: never in an address, counted, and each time written down."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import add_people, look_up
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.queries import whole_number

ID, PHONE, URL = "220722196901194047", "13181590830", "/people/search/"


@pytest.fixture
def person(cast):
    """张秀英 at a door of the cadre's village."""
    made = draft_person(unit_id=cast.units["502"].pk, name="张秀英", at=now(), id_number=ID, phone=PHONE)
    with everything():
        return add_people(people=[made], by=cast.officer, at=now())[0]


@pytest.fixture
def ask(cast, client, person):
    """Post a text into the box as the cadre; gives the answer and what it says."""
    client.force_login(cast.cadre)

    def asked(text, method="post", **headers):
        answer = getattr(client, method)(URL, {"q": text}, headers=headers)
        return answer, answer.content.decode()

    return asked


@pytest.mark.parametrize(("typed", "number"), [
    (ID, ID), (" 220722 19690119 4047 ", ID), ("２２０７２２１９６９０１１９４０４７", ID), ("220722690119404", ID), (PHONE, PHONE),
    ("131-8159-0830", PHONE), ("e12345678", "E12345678"), ("4047", ""), ("张秀英", ""), ("1318159083", ""), ("zxy", ""), ("", ""),
])
def test_what_is_a_whole_number(typed, number):
    assert whole_number(typed) == number


@pytest.mark.parametrize("typed", [ID, PHONE, "131-8159-0830", "1318159083", "张秀英 13181590830", "131_8159_0830",
                                   "\u200b".join(PHONE)])
def test_a_long_number_is_not_taken_from_an_address(ask, client, typed):
    answer, _page = ask(typed, "get")
    assert (answer.status_code, answer.url) == (302, URL)
    page = client.get(URL).content.decode()
    assert "不要写在网址里" in page and "张＊英" not in page and typed not in page


@pytest.mark.parametrize("typed", ["张秀英", "4047", "zxy", "向阳小区3号楼502"])
def test_what_is_no_number_goes_into_the_address_and_can_be_kept(ask, typed):
    answer, _page = ask(typed)
    assert answer.status_code == 302 and not Line.objects.filter(verb="people.look_up").exists()
    assert ("张＊英" in ask(typed, "get")[1]) == ("向阳" not in typed)


@pytest.mark.parametrize("typed", [ID, PHONE])
def test_a_whole_number_is_posted_and_written_down_without_it(ask, cast, typed):
    answer, page = ask(typed)
    assert answer.status_code == 200 and "张＊英" in page
    told = Line.objects.get(verb="people.look_up")
    assert (told.by, told.kind, told.record, told.subject, told.data["found"]) == (cast.cadre.pk, "account", None, None, 1)
    assert typed not in str(told.data) and set(told.data) == {"found", "people", "digest"}


def test_while_one_types_a_number_nobody_is_looked_up(ask, client):
    for typed in (PHONE, ID[:15], ID):
        _answer, page = ask(typed, **{"HX-Request": "true"})
        assert "按“找”再查" in page and "张＊英" not in page and "<html" not in page
    assert not Line.objects.filter(verb="people.look_up").exists()
    box = client.get(URL).content.decode()
    assert f'hx-post="{URL}"' in box and "hx-get" not in box and box.count('method="post" role="search"') == 2


def test_typing_a_number_and_pressing_counts_once(ask, client, settings):
    settings.WHOLE_NUMBERS_AN_HOUR = 1
    for n in range(4, len(ID) + 1):
        ask(ID[:n], **{"HX-Request": "true"})
    assert "张＊英" in ask(ID)[1]
    assert ask(PHONE)[0].status_code == 422


def test_an_hour_has_so_many(ask, settings):
    settings.WHOLE_NUMBERS_AN_HOUR = 2
    assert [ask(typed)[0].status_code for typed in (ID, PHONE, ID)] == [200, 200, 422]
    _answer, page = ask(ID)
    assert "一小时内只能按完整号码查 2 次" in page and "张＊英" not in page
    assert Line.objects.filter(verb="people.look_up").count() == 2
    assert ask("4047", "get")[0].status_code == 200


def test_the_next_hour_begins_anew_and_everybody_has_his_own(cast, settings, person):
    settings.WHOLE_NUMBERS_AN_HOUR = 1

    def looked(account, at):
        with everything():
            return len(look_up(text=ID, reach=Reach(TOP), entries=None, by=account, at=at).people)

    assert looked(cast.cadre, cast.at) == looked(cast.township, cast.at) == 1
    with pytest.raises(Refused, match="60 分钟"):
        looked(cast.cadre, cast.at)
    with pytest.raises(Refused, match="请过 1 分钟"):
        looked(cast.cadre, cast.at + timedelta(minutes=59, seconds=30))
    assert looked(cast.cadre, cast.at + timedelta(hours=1)) == 1


def test_nothing_is_found_beyond_one_s_reach(ask, cast, client):
    client.force_login(cast.far_cadre)
    page = client.post(URL, {"q": ID}).content.decode()
    assert "没有找到" in page and Line.objects.get(verb="people.look_up").data["found"] == 0
