"""The gate back to work: which tests by the table, what is missing in plain words, until when the pass holds, what it prints."""
from datetime import date, timedelta

import pytest
from django.urls import reverse

from lianfang.ground.days import moment
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.enterprises import actions as enterprises
from lianfang.response.testing import actions, queries
from lianfang.response.testing.models import WorkPass
from tests.reading import text

from .conftest import IDS


def asked(house, origin, at=None, number=0):
    who = actions.Somebody("周建明", "id_card", IDS[number], door=house.cast.units["丰禾社区"].pk)
    return actions.apply_pass(firm=mill(house), who=who, origin=origin, by=house.cast.officer, at=at or house.at)


def mill(house):
    if "mill" not in house.cast.extras:
        house.cast.extras["mill"] = enterprises.add_firm(unit=house.cast.units["丰禾社区"], title="青禾米业", code="91990100000000001D",
                                                         office="", by=house.cast.officer, at=house.at)
    return house.cast.extras["mill"]


def told(house, one, kind, outcome, on, at=None):
    taken = moment(on, "08:00")
    actions.note_results(results=[actions.Told(one.person_id, kind, taken, outcome, "paper", "县医院 7 号")], by=house.cast.officer,
                         at=at or house.at)


def allow(house, one, at=None):
    return actions.allow(work_pass=queries.pass_named(one.pk), by=house.cast.officer, at=at or house.at)


def test_the_refusal_says_what_is_missing_and_the_pass_ends_with_the_oldest_test(house):
    one = asked(house, "湖北省武汉市")
    assert (one.risk, Turn.objects.get(record=one.pk, closed_at=None).role) == ("high", "village_cadre")
    with pytest.raises(Refused, match="核酸：还没有结果，要 7 天内的；胸部 CT：还没有结果，要 7 天内的；抗体"):
        allow(house, one)
    told(house, one, "nucleic", "negative", date(2020, 3, 2))
    told(house, one, "ct", "suspicious", date(2020, 3, 9))
    told(house, one, "antibody", "igg", date(2020, 3, 9))
    with pytest.raises(Refused) as refused:
        allow(house, one)
    assert str(refused.value) == "还不能返岗：核酸：2020-03-02 采样，过了 7 天，要重做；胸部 CT：2020-03-09 的结果不合格，要复核。"
    told(house, one, "nucleic", "negative", date(2020, 3, 8))
    told(house, one, "ct", "normal", date(2020, 3, 10))
    given = allow(house, one)
    assert given.until_at == moment(date(2020, 3, 15), "08:00") and (given.verdict.table, given.verdict.row) == ("work_gate", 3)
    assert queries.is_valid(given, house.at) and not queries.is_valid(given, given.until_at)
    told(house, one, "nucleic", "grey", date(2020, 3, 11), at=house.later(days=2))
    assert not queries.is_valid(given, house.later(days=2))


def test_the_table_of_the_day_and_of_the_place_he_comes_from_decides(house):
    near = asked(house, "本县")
    assert near.risk == "low" and allow(house, near).until_at == house.later(days=14)
    told(house, near, "nucleic", "positive", date(2020, 3, 9))  # nobody asked for it, and yet it stands against him
    assert not queries.is_valid(queries.pass_named(near.pk), house.at)
    with pytest.raises(Refused, match="没有这种情形"):
        asked(house, "本县", at=house.at - timedelta(days=60))
    unknown = asked(house, "说不清", at=house.later(hours=1))
    assert unknown.risk == "unknown" and len(queries.asked_of(unknown, house.at)) == 3
    with pytest.raises(Refused, match="已经申请"):
        asked(house, "本县", at=house.later(hours=2))


def test_the_pass_on_paper_is_looked_up_by_its_code_by_anybody(house, client, monkeypatch):
    for module in ("lianfang.response.testing.views.gate", "lianfang.entry.portal.views.firm"):
        monkeypatch.setattr(f"{module}.now", lambda: house.at)
    client.force_login(house.cast.cadre)
    one = asked(house, "武汉市")
    for found in ("nucleic:negative", "ct:normal", "antibody:none"):
        client.post(reverse("testing:pass_result", args=[one.pk]), {"found": found, "taken_at": "2020-03-09T08:00", "evidence": "县医院"})
    page = client.post(reverse("testing:allow", args=[one.pk]), follow=True).content.decode()
    code = queries.pass_code(WorkPass.objects.get())
    assert "可以返岗" in page and code in page and "周建明" not in page and IDS[0] not in page
    paper = text(client.post(reverse("testing:print_pass", args=[one.pk, "pdf"])).content)
    assert "周建明" in paper and "青禾米业" in paper and code in paper and "3月16日8时" in paper and IDS[0] not in paper
    client.logout()
    check = reverse("firm:check_pass")
    assert client.post(check, {"code": code[:-1] + ("0" if code[-1] != "0" else "1")}).status_code == 422
    page = client.post(check, {"code": code.lower()}).content.decode()
    assert "现在有效" in page and "周＊明" in page and "周建明" not in page
