"""What anybody may read of what is shut; an application answered at once; a firm's own page says whether it may open."""
from datetime import timedelta

import pytest
import time_machine
from django.apps import apps

from lianfang.registers.enterprises.queries import firm_code
from lianfang.response.risk.closures import actions
from lianfang.response.risk.closures.tests.conftest import room

__all__ = ["room"]
Event = apps.get_model("closures", "Event")


@pytest.fixture
def now(room):
    with time_machine.travel(room.at, tick=False):
        yield room.at


def test_anybody_reads_what_is_shut_and_applies_without_an_account(room, cast, client, now):
    assert "现在没有封闭、关停的" in client.get("/closed/").content.decode()
    room.ordered("trade", "青禾县", what=("cinema",), hours=48)
    banned = room.ordered("event", "禾阳街道", what=("wedding",))
    actions.add_service(unit=cast.units["青禾县"], kind="taxi", title="出租车", by=cast.officer, at=room.at)
    room.ordered("transport", "青禾县", what=("taxi",))
    page = client.get("/closed/").content.decode()
    assert "影剧院" in page and "到 2020-03-12 09:00" in page and "到另行通知解除为止" in page and "停运" in page
    typed = {"kind": "wedding", "heads": "30", "on": (cast.on + timedelta(days=4)).isoformat(), "unit": "无此村", "name": "周建明",
             "phone": "13800005678"}
    assert "没有找到这个村" in client.post("/closed/event", typed).content.decode() and not Event.objects.exists()
    page = client.post("/closed/event", typed | {"unit": "丰禾社区"}, follow=True).content.decode()
    assert "按规定不能办" in page and banned.number in page and "周建明" not in page
    page = client.post("/closed/event", typed | {"unit": "梨花沟村"}, follow=True).content.decode()
    assert "待乡镇审批" in page
    assert "自己撤回" in client.post("/closed/withdraw", follow=True).content.decode()
    client.cookies.clear()
    assert client.get("/closed/mine").url == "/closed/event" and Event.objects.filter(state="withdrawn").count() == 1


def test_a_firm_reads_whether_it_may_open_and_applies_under_its_code(room, cast, client, now):
    firm = room.firm("training", title="启明培训")
    door = {"code": firm_code(firm), "tail": firm.code[-6:]}
    assert "可以营业" in client.post("/firm/", door, follow=True).content.decode()
    one = room.ordered("trade", "青禾县", what=("training",), hours=48)
    page = client.get("/firm/list").content.decode()
    assert "现在要关停" in page and one.number in page and "到 2020-03-12 09:00" in page
    typed = {"kind": "training", "heads": "30", "on": cast.on.isoformat(), "unit": "丰禾社区", "name": "田禾", "phone": "000", "firm": "F0"}
    assert "编码不对" in client.post("/closed/event", typed).content.decode()
    client.post("/closed/event", typed | {"firm": firm_code(firm)})
    assert Event.objects.get().firm == firm
