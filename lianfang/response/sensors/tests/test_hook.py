"""The devices' address is attacked: what is not signed now, by this device, for the first time, leaves nothing and is told nothing."""
import json

import pytest
from django.db import connection
from django.test import Client

from lianfang.ground.journal.models import Line
from lianfang.ground.vault.envelopes import columns
from lianfang.response.sensors import actions
from lianfang.response.sensors.models import Alert, Device, Event, Nonce
from tests.at_once import only_on_postgresql, the_second
from tests.doors import HOOK
from tests.samples import Stage
from tests.samples.sensors import kept


def test_a_signed_word_is_taken_once_and_answered_with_nothing(door):
    door.bind()
    answer = door.says("opened", "closed")
    assert (answer.status_code, answer.content, Event.objects.count()) == (204, b"", 2)
    assert door.says("heartbeat", battery=80, at=11).status_code == 204
    assert (Event.objects.count(), door.binding.battery, door.binding.seen_at) == (2, 80, door.later(11)), "a heartbeat is not kept"


def test_whoever_is_refused_is_told_the_same_whatever_was_wrong_and_leaves_nothing(door, cast):
    door.bind()
    other, others_key = kept(Stage(cast), "QH-0010")
    old, soon = (f"{int(door.later(10 + minutes).timestamp())}" for minutes in (-6, 6))
    assert door.says("heartbeat", nonce="a" * 16).status_code == 204
    wrong = [door.says("opened", key="ab" * 32), door.says("opened", stamp=old), door.says("opened", stamp=soon),
             door.says("opened", nonce="a" * 16), door.says("opened", serial="QH-NOT-THERE"), door.says("opened", key=others_key),
             door.says("opened", serial=other.serial, key=others_key), door.says("opened", nonce="short"), door.says("opened", stamp="now"),
             door.says(body=b"x" * 1_000_000), door.says("opened", key=others_key, serial=other.serial)]
    assert {(answer.status_code, answer.content) for answer in wrong} == {(403, b"")}
    assert not Event.objects.exists() and not Alert.objects.exists() and Nonce.objects.count() == 1
    assert Client().get(HOOK).status_code == 405


def test_after_some_wrong_ones_the_address_waits_but_a_rightly_signed_word_is_still_heard(door):
    door.bind()
    answers = [door.says("opened", key="ab" * 32, at=10).status_code for _each in range(22)]
    assert answers == [403] * 20 + [403, 429] or answers == [403] * 20 + [429] * 2, answers
    assert door.says("opened").status_code == 204


def test_the_same_number_twice_at_once_is_taken_once(door):
    door.bind()
    assert [door.says("opened", nonce="b" * 20).status_code for _twice in range(2)] == [204, 403]
    assert Event.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_at_once_on_postgresql(door):
    only_on_postgresql()
    door.bind()

    def take():
        return actions.take_events(device=door.device, nonce="c" * 20, events=[actions.Told("opened", door.later(1))], at=door.later(1))

    assert isinstance(the_second(take, take), actions.Unheard)
    assert Event.objects.count() == Alert.objects.count() == 1


@pytest.mark.parametrize(("body", "says"), [
    (b"{", "JSON"), (b"\xff\xfe{}", "JSON"), (b"[" * 4000, "JSON"), (b'{"events": [], "events": []}', "JSON"), (b"[]", "events"),
    (b'{"events": []}', "events"), (b'{"events": [{}], "image": "aGk="}', "events"), (b'{"events": [7]}', "events[0]"),
    (b'{"events": [{"kind": "opened", "at": "2020-03-10T13:00:00+08:00", "photo": "aGk="}]}', "events[0]"),
    (b'{"events": [{"kind": "seen", "at": "2020-03-10T13:00:00+08:00"}]}', "events[0].kind"),
    (b'{"events": [{"kind": ["opened"], "at": "2020-03-10T13:00:00+08:00"}]}', "events[0].kind"),
    (b'{"events": [{"kind": "opened", "at": "2020-03-10T13:00:00"}]}', "events[0].at"),
    (b'{"events": [{"kind": "opened", "at": 12}]}', "events[0].at"),
    (b'{"events": [{"kind": "opened", "at": "9999-12-31T23:59:59-14:00"}]}', "events[0].at"),
    (b'{"events": [{"kind": "heartbeat", "at": "2020-03-10T12:00:00+08:00", "battery": true}]}', "events[0].battery"),
    (b'{"events": [{"kind": "heartbeat", "at": "2020-03-10T12:00:00+08:00", "battery": 101}]}', "events[0].battery"),
])
def test_a_picture_an_unknown_field_or_no_list_is_refused_with_the_place_and_the_mend(door, body, says):
    door.bind()
    answer = door.says(body=body)
    assert answer.status_code == 422 and says in json.loads(answer.content)["error"]
    assert not Event.objects.exists()


def test_at_most_so_many_a_minute_and_so_many_at_once(door):
    door.bind()
    assert [door.says("heartbeat").status_code for _each in range(31)] == [204] * 30 + [429]
    assert door.says("heartbeat", at=12).status_code == 204
    assert door.says(*["closed"] * 51, at=13).status_code == 422


def test_what_is_from_before_it_was_put_up_is_nobodys_business(door):
    door.bind()
    assert door.says("opened", on=-30).status_code == 204
    assert not Event.objects.exists() and not Alert.objects.exists()


def test_the_key_is_shown_once_and_is_nowhere_in_clear(door, cast, client):
    client.force_login(cast.cadre)
    page = client.post("/sensors/devices/register/", {"serial": "QH-0077", "kind": "contact", "unit": cast.units["丰禾社区"].pk})
    made = Device.objects.get(serial="QH-0077")
    key = made.key.open()
    assert key in page.content.decode() and "no-store" in page.headers["Cache-Control"] and len(key) == 64
    for address in (f"/sensors/devices/{made.pk}/", "/sensors/devices/", "/sensors/"):
        assert key not in client.get(address).content.decode()
    [column] = [one for one in columns() if one.purpose == "sensors.key"]
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column.name}" FROM "{column.table}"')
        assert all(key.encode() not in bytes(value) and bytes.fromhex(key) not in bytes(value) for [value] in cursor.fetchall())
    assert key not in str(list(Line.objects.values()))
    again = client.post(f"/sensors/devices/{made.pk}/key/").content.decode()
    made.refresh_from_db()
    assert made.key.open() != key and made.key.open() in again and key not in again
