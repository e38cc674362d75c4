"""The pages: an order is proposed, approved, seen, exempt, lifted; its papers; who may not, cannot."""
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.urls import reverse
from PIL import Image

from lianfang.ground.outbox.models import Photo
from lianfang.response.risk.closures import actions
from lianfang.response.risk.closures.models import Check, Closure, Event, Exemption


@pytest.fixture
def at_desk(room, client):
    def asked(who, name, *args, sent=None, files=None):
        client.force_login(who)
        with time_machine.travel(room.at, tick=False):
            url = reverse(f"closures:{name}", args=args)
            return client.get(url) if sent is None else client.post(url, {**sent, **(files or {})}, follow=True)

    return asked


def photo():
    out = BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "JPEG")
    out.seek(0)
    out.name = "门.jpg"
    return out


def test_a_village_is_closed_seen_and_opened_on_screen(room, cast, at_desk):
    typed = {"number": "青防指〔2020〕5号", "units": "丰禾社区、无此村", "words": "除一个出入口外封闭", "from_at": "2020-03-10T09:00"}
    wrong = at_desk(cast.officer, "propose_closure", "place", sent=typed)
    assert wrong.status_code == 422 and "没有叫“无此村”的地方" in wrong.content.decode()
    page = at_desk(cast.officer, "propose_closure", "place", sent=typed | {"units": "丰禾社区"}).content.decode()
    one = Closure.objects.get()
    for name in ("print_notice", "print_register"):
        assert "批准以后" in at_desk(cast.officer, name, one.pk, "docx", sent={}).content.decode()
    assert "待批准" in page and "批准，开始执行" not in page, "another approves"
    assert "执行中" in at_desk(cast.leader, "approve_closure", one.pk, sent={}).content.decode()
    check = Check.objects.get()
    assert "去看过了" in at_desk(cast.cadre, "check", check.pk).content.decode()
    at_desk(cast.cadre, "see_shut", check.pk, sent={"seen": "open"})
    assert Check.objects.get().state == "waiting", "what was seen is to be said"
    at_desk(cast.cadre, "see_shut", check.pk, sent={"seen": "open", "words": "北门开着"})
    assert "该关没关" in at_desk(cast.officer, "closures").content.decode() and Check.objects.get().state == "not_shut"
    at_desk(cast.township, "see_shut", check.pk, sent={"seen": "shut"}, files={"photo": photo()})
    assert Check.objects.get().seen_by == cast.township and Photo.objects.get(record=check.pk)
    assert "又开了" in at_desk(cast.cadre, "check", check.pk).content.decode()
    room.at += timedelta(hours=1)
    at_desk(cast.cadre, "see_shut", check.pk, sent={"seen": "shut"})
    assert Check.objects.count() == 1, "that it is shut was seen"
    assert "该关没关" not in at_desk(cast.cadre, "check", check.pk).content.decode()
    page = at_desk(cast.cadre, "see_shut", check.pk, sent={"seen": "open", "words": "封条撕了"}).content.decode()
    assert "去看了，没关" in page and "封条撕了" in page and "后来又开了" in at_desk(cast.cadre, "check", check.pk).content.decode()
    assert "丰禾社区" in at_desk(cast.officer, "areas").content.decode()
    assert at_desk(cast.far_cadre, "check", check.pk).status_code == 404
    for name in ("print_notice", "print_register"):
        assert at_desk(cast.officer, name, one.pk, "docx", sent={}).content[:2] == b"PK"
        assert at_desk(cast.officer, name, one.pk, "pdf", sent={}).content[:4] == b"%PDF"
    at_desk(cast.officer, "lift_closure", one.pk, sent={"number": "青防指〔2020〕9号"})
    assert Closure.objects.get().state == "lifted"


def test_trades_exemptions_and_lines_on_screen(room, cast, at_desk):
    room.firm("market")
    one = room.ordered("trade", "青禾县", what=("market",), hours=48)
    assert "1/1" in at_desk(cast.officer, "status").content.decode()
    assert "请拍一张" in at_desk(cast.cadre, "see_shut", Check.objects.get().pk, sent={"seen": "shut"}).content.decode()
    assert "提出例外" in at_desk(cast.township, "closure", one.pk).content.decode(), "the county's order shuts its market too"
    page = at_desk(cast.officer, "places").content.decode()
    assert "关停" in page and one.number in page
    typed = {"how": "firm", "firm": "没有这家", "reason": "livelihood", "until_at": "2020-03-12T09:00"}
    assert "企业名录里没有" in at_desk(cast.township, "propose_exemption", one.pk, sent=typed).content.decode()
    at_desk(cast.township, "propose_exemption", one.pk, sent=typed | {"firm": "丰禾农贸市场"})
    exemption = Exemption.objects.get()
    assert "已批准" in at_desk(cast.leader, "allow_exemption", exemption.pk, sent={}).content.decode()
    assert "0/1" in at_desk(cast.officer, "status").content.decode()
    assert "丰禾农贸市场" in at_desk(cast.officer, "exemptions").content.decode()
    at_desk(cast.officer, "lift_part", one.pk, sent={"number": "6号", "units": "丰禾社区"})
    at_desk(cast.officer, "extend_closure", one.pk, sent={"number": "7号"})
    assert Closure.objects.get().until_at is None and "6号" in at_desk(cast.officer, "closure", one.pk).content.decode()
    at_desk(cast.officer, "add_service", sent={"kind": "taxi", "title": "出租车", "unit": cast.units["青禾县"].pk})
    room.ordered("transport", "青禾县", what=("taxi",))
    assert "停运" in at_desk(cast.officer, "services").content.decode()
    assert at_desk(cast.grid, "lift_closure", one.pk, sent={"number": "1"}).status_code == 403


def test_an_event_is_typed_in_decided_and_its_applicant_read_with_a_reason(room, cast, at_desk):
    day = (cast.on + timedelta(days=3)).isoformat()
    typed = {"kind": "wedding", "heads": "20", "on": day, "unit": "丰禾社区", "name": "周建明", "phone": "13800005678"}
    assert "请写一个村" in at_desk(cast.officer, "apply_event", sent=typed | {"unit": "禾阳街道"}).content.decode()
    assert "请写一个村" in at_desk(cast.cadre, "apply_event", sent=typed | {"unit": "、"}).content.decode()
    page = at_desk(cast.cadre, "apply_event", sent=typed).content.decode()
    one = Event.objects.get()
    assert "待乡镇审批" in page and "周建明" not in page
    assert "周建明" in at_desk(cast.township, "read_event", one.pk, sent={"reason": "turn"}).content.decode()
    at_desk(cast.township, "permit_event", one.pk, sent={})
    assert Event.objects.get().state == "permitted" and one.number in at_desk(cast.officer, "events").content.decode()
    at_desk(cast.township, "revoke_event", one.pk, sent={"why": "村里有病例"})
    assert Event.objects.get().why == "村里有病例"


def test_a_phone_sends_what_it_saw(room, cast):
    from types import SimpleNamespace

    from lianfang.ground.ids import uuid7
    from lianfang.ground.units.fields import Reach

    room.ordered("place", "丰禾社区")
    check = Check.objects.get()

    def entry(**said):
        cleaned = {"record": check.pk, "words": "", "photo": None, **said}
        return SimpleNamespace(id=uuid7(), cleaned=cleaned, at=room.at, received_at=room.at, reach=Reach(cast.units["丰禾社区"].path))

    first, again = actions.take_seen([entry(seen="shut"), entry(seen="shut")], by=cast.cadre, at=room.at)
    assert first.record == check.pk and "不能" in str(again)
    room.firm("market")
    room.ordered("trade", "丰禾社区", what=("market",))
    check = Check.objects.exclude(firm=None).get()
    bare, shown = actions.take_seen([entry(seen="shut"), entry(seen="shut", photo=uuid7())], by=cast.cadre, at=room.at)
    assert "请拍一张" in str(bare) and shown.record == check.pk
