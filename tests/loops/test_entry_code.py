"""Somebody declares himself on his own phone and shows the code: the guard types it, a temperature and a health code, and no name."""
import re

import time_machine
from django.test import Client

from lianfang.ground.accounts.scope import everything
from lianfang.response.checkpoints import actions as checkpoints
from lianfang.response.checkpoints.models import Passage

SAID = {"name": "章秋水", "id_number": "420106198503120011", "phone": "138 0000 5678", "origin": "广东深圳", "goes": "here",
        "destination": "禾阳街道丰禾社区", "purpose": "work"}
AT_GATE = {"means": "car", "direction": "in", "p-TOTAL_FORMS": "1", "p-INITIAL_FORMS": "0", "p-0-temperature": "36.5", "p-0-code": "green",
           "p-0-symptoms": "no"}


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_from_his_phone_to_the_passage(cast):
    himself, guard = Client(), Client()
    guard.force_login(cast.post, backend="lianfang.ground.accounts.sessions.AccountBackend")
    with everything():
        post = checkpoints.put_up_post(unit=cast.units["禾阳街道"], name="青禾南收费站", tier="county", kind="expressway", from_on=cast.on,
                                       by=cast.officer, at=cast.at)
    with time_machine.travel(cast.at, tick=False):
        page = himself.get(himself.post("/entry/", SAID)["Location"])
        code = re.search(r"E[0-9A-Z]{3}(-[0-9A-Z]{4}){3}", page.content.decode())[0]
        done = guard.post(f"/checkpoints/gate/{post.pk}/pass/", {**AT_GATE, "p-0-slip": code})
        result = words(guard.get(done["Location"]))
        with everything():
            one = Passage.objects.select_related("vehicle", "home").get()
        case = words(guard.get(f"/checkpoints/gate/passages/{one.pk}/"))
    assert (one.name.open(), one.id_number.open(), one.phone.open()) == ("章秋水", SAID["id_number"], "13800005678")
    assert (one.home, one.vehicle.purpose, one.outcome) == (cast.units["丰禾社区"], "work", "register")
    for told in (result, case):
        assert "章＊水" in told and "本人申报" in told and "没有人核对过" in told
        assert "章秋水" not in told and SAID["id_number"] not in told
