"""Who else was there is told by a list, a line a person; each is recorded once and is a proposal as the rule says."""
from datetime import date

import pytest
from django.urls import reverse

from lianfang.ground.workflow import Refused
from lianfang.registers.people.models import Person
from lianfang.response.tracing import actions, queries
from lianfang.response.tracing.models import Contact, Stay
from lianfang.response.tracing.telling import roster

from .conftest import ILL


@pytest.fixture
def bus(case, was):
    """The case rode in row 6."""
    return was(case, "0730-0800 乘车 12路 禾A1023 6排")[0]


def riders(text):
    return [actions.Present(actions.Somebody(one.name, one.id_kind, one.id_number, one.phone, address=one.address), one.row)
            for one in roster.read(text, ILL)]


def test_a_line_tells_a_person():
    one, other, abroad = roster.read("高原，13800001234，6排\n林下 110101199003070070 向阳小区 3号楼\nAnna Berg 13900001111", ILL)
    assert (one.name, one.phone, one.row) == ("高原", "13800001234", 6)
    assert (other.id_number, other.address) == ("110101199003070070", "向阳小区 3号楼")
    assert (abroad.name, abroad.phone) == ("Anna Berg", "13900001111")


@pytest.mark.parametrize(("typed", "why"), [("高原\n13800001234", "第 2 行：先写姓名"), ("高原 1380000123", "第 1 行：电话有 10 位"),
                                            ("高原 110101199003070071", "第 1 行：身份证号的校验位不符"), ("", "一行写一个人")])
def test_what_cannot_be_read_is_named_by_its_line(typed, why):
    with pytest.raises(Refused, match=why):
        roster.read(typed, ILL)


def test_each_is_judged_by_his_row_and_nobody_is_kept_twice(cast, index, bus):
    told = riders("高原 13800001234 4排\n林下 13800005678 20排")
    assert len(actions.add_present(index=index, stay=bus, present=told, by=cast.epi, at=cast.at)) == 2
    assert actions.add_present(index=index, stay=bus, present=told, by=cast.epi, at=cast.at) == []
    assert {one.person.name: one.kind for one in queries.proposals(index, cast.at)} == {"高原": "close", "林下": "general"}
    assert Person.objects.count() == 3 and Stay.objects.filter(source="roster").count() == 2


def test_who_was_elsewhere_is_refused_by_name_and_nothing_of_the_list_is_kept(cast, index, bus, someone, was):
    busy = someone("吕春", phone="13800009999")
    was(busy, "0700-0745 上班 棉纺厂")
    with pytest.raises(Refused, match="吕春 这段时间已经记在别的地方"):
        actions.add_present(index=index, stay=bus, present=riders("高原 13800001234\n吕春 13800009999"), by=cast.epi, at=cast.at)
    other = was(busy, "1200-1300 吃饭 同福酒家")[0]
    with pytest.raises(Refused, match="不是这个病例的行程"):
        actions.add_present(index=index, stay=other, present=riders("高原 13800001234"), by=cast.epi, at=cast.at)
    assert not Person.objects.filter(name="高原").exists()


def test_a_later_list_moves_the_watch_of_who_is_a_contact_already(cast, index, case, bus, was):
    actions.add_present(index=index, stay=bus, present=riders("高原 13800001234 6排"), by=cast.epi, at=cast.at)
    [one] = queries.proposals(index, cast.at)
    actions.accept(index=index, people=[one.person_id], by=cast.epi, at=cast.at)
    [meal] = was(case, "1200-1300 吃饭 同福酒家", date(2020, 3, 9))
    actions.add_present(index=index, stay=meal, present=riders("高原 13800001234"), by=cast.epi, at=cast.at)
    assert Contact.objects.get().last_exposed_on == date(2020, 3, 9)


def test_the_page_takes_a_list_and_says_what_it_cannot_read(cast, index, bus, client):
    client.force_login(cast.epi, backend="lianfang.ground.accounts.sessions.AccountBackend")
    address = reverse("tracing:add_present", args=[index.pk, bus.pk])
    assert "12路" in client.get(address).content.decode()
    wrong = client.post(address, {"text": "高原 13800001234\n123"})
    assert wrong.status_code == 422 and "第 2 行" in wrong.content.decode() and not Stay.objects.filter(source="roster").exists()
    assert client.post(address, {"text": "高原 13800001234 6排"}).status_code == 302 and Stay.objects.get(source="roster").row == 6
