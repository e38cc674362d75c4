"""What a phone sends from a sampling point: each tube once, whole or not at all, at its moments; what is wrong names whose and the mend."""
from dataclasses import replace
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import held, reach_of, through
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox import acts, carried
from lianfang.ground.outbox.actions import receive
from lianfang.ground.outbox.actions.posted import Posted
from lianfang.registers.people.models import Membership, Person
from lianfang.registers.people.typed.identity import check_digit
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Recall, Sample, Tube


def number(n):
    body = f"2207221981031{n:04d}"
    return body + check_digit(body)


def of(position, ago=0, **said):
    return {"position": position, "ago": ago, "id_number": number(position), "name": f"周{'一二三四五六七八九十'[position - 1]}", **said}


@pytest.fixture
def send(point):
    """Deliver tubes (id, data, moment) as the cadre of the village where the point is."""
    def sent(*tubes, by=None, at=None):
        by, at = by or point.cast.cadre, at or point.at
        posted = [Posted(ident, seq, "laboratory.seal", data, when) for seq, (ident, data, when) in enumerate(tubes)]
        return receive(entries=posted, by=by, assignments=held(by, point.cast.on), sent_at=at, at=at)

    return sent


@pytest.fixture
def tube(point):
    """A tube as a phone seals it."""
    def sealed(*people, code="8800000001", at=None, **said):
        data = {"session": str(point.session.pk), "code": code, "places": 10, "reason": "voluntary", "count": len(people), "ago": 600,
                "people": list(people), **said}
        return uuid7(), data, at or point.at

    return sealed


def test_a_tube_is_taken_once_with_everybody_at_his_position_and_moment(point, send, tube):
    sealed_at = point.at - timedelta(hours=2)
    sent = tube(of(1, 300), of(2, 120), of(4, 60), at=sealed_at)
    [receipt] = send(sent)
    assert (receipt.state, receipt.says) == ("taken", ""), receipt
    assert send(sent) == [receipt] and Tube.objects.count() == 1
    found = Tube.objects.get(pk=sent[0])
    assert (found.code, found.state, found.count, found.opened_at) == ("8800000001", "sealed", 3, sealed_at - timedelta(minutes=10))
    assert (found.sealed_at, found.by, found.session) == (sealed_at, point.cast.cadre, point.session)
    samples = Sample.objects.filter(tube=found).order_by("position").select_related("person")
    moments = [(one.position, one.person.name, (sealed_at - one.taken_at).seconds) for one in samples]
    assert moments == [(1, "周一", 300), (2, "周二", 120), (4, "周四", 60)]
    categories = Membership.objects.filter(person__in=[one.person for one in samples]).values_list("category_id", flat=True)
    assert list(categories) == ["tested"] * 3


def test_nobody_is_put_into_anothers_tube_by_its_id(point, send, tube):
    theirs = actions.open_tube(session=point.session, code="7700000001", places=10, **point.sampler())
    own = actions.open_session(unit=point.cast.units["丰禾社区"], name="卫生站", disease="covid_19", reason="voluntary", **point.sampler())
    _ident, data, at = tube(of(1), session=str(own.pk))
    [refused] = send((theirs.pk, data, at))
    assert refused.state == "refused" and not Sample.objects.exists() and Tube.objects.get().state == "open"


def test_a_code_used_elsewhere_is_refused_whole_and_mended_under_another_code(point, send, tube):
    point.tube()
    wrong = tube(of(1), of(2), code=str(point.codes))
    [refused] = send(wrong)
    assert refused.state == "refused" and all(word in refused.says for word in ("丰禾社区采样点", "新条码", "2 个人的登记都还在"))
    assert not Sample.objects.exists() and not Person.objects.filter(name="周一").exists()
    ident, data, at = tube(of(1), of(2), code="8800000002")
    [taken] = send((ident, data, at))
    assert taken.state == "taken" and Sample.objects.filter(tube=ident).count() == 2


def test_what_is_wrong_with_somebody_is_said_by_his_place_of_everybody_at_once_and_nobody_is_registered(point, send, tube):
    send(tube(of(1), code="8800000001", at=point.at - timedelta(hours=1)))
    [refused] = send(tube(of(1, name="吴名"), of(2), of(3, booking="B000-NOBODY"), of(4, id_number="", name=""), code="8800000002"))
    assert refused.state == "refused" and "4." in refused.says and "手机号" in refused.says
    [refused] = send(tube(of(1, name="吴名"), of(2), of(3, id_number=number(2), name="周二"), code="8800000002"))
    assert "第 1 位：" in refused.says and "另一个姓名" in refused.says and "第 3 位：" in refused.says and "第 2 位" not in refused.says
    [refused] = send(tube(of(1), of(3, booking="B000-NOBODY"), code="8800000002"))
    assert "第 3 位：查不到这个预约码" in refused.says
    [refused] = send(tube(of(1), of(2, reason="contact"), code="8800000002"))
    assert "第 2 位：" in refused.says and "一人一管" in refused.says
    [refused] = send(tube(of(1), of(2), code="8800000002", count=3))
    assert "登记了2人，管里数出来3支" in refused.says
    assert Tube.objects.count() == 1 and Sample.objects.count() == 1


def test_a_tube_still_open_when_the_pin_was_lost_waits_for_somebody_to_count(point, send, tube):
    ident, data, at = tube(of(1), of(2))
    [receipt] = send((ident, {name: said for name, said in data.items() if name != "count"}, at))
    assert receipt.state == "taken", receipt
    one = Tube.objects.get()
    assert (one.state, one.sealed_at, Sample.objects.filter(tube=one).count()) == ("open", None, 2)
    actions.seal(tube=one, count=2, by=point.cast.cadre, at=point.at)
    one.refresh_from_db()
    assert (one.state, one.count) == ("sealed", 2)


def test_a_tube_opened_before_its_point_was_closed_is_taken_and_one_elsewhere_or_later_is_not(point, send, tube):
    actions.close_session(session=point.session, **point.sampler(point.later(minutes=5)))
    [before, after] = send(tube(of(1), at=point.later(minutes=9)), tube(of(2), code="8800000002", at=point.later(minutes=20)),
                           at=point.later(minutes=30))
    assert (before.state, after.state) == ("taken", "refused") and "已经收了" in after.says
    [far] = send(tube(of(3), code="8800000003"), by=point.cast.far_cadre)
    assert far.state == "refused" and "不在您的辖区" in far.says


def test_who_was_called_to_be_swabbed_singly_and_stood_in_a_pool_without_a_signal_stays_called(point, send, tube):
    send(tube(of(1), of(2)))
    point.report(Tube.objects.get(), "positive", point.later(hours=1))
    at = point.later(hours=2)
    [pool] = send(tube(of(1), of(3), code="8800000002", at=at), at=at)
    recalls = Recall.objects.order_by("person__name")
    assert pool.state == "taken" and [one.state for one in recalls] == ["due", "due"]
    [single] = send(tube(of(1), code="8800000003", places=1, at=point.later(hours=3)), at=point.later(hours=3))
    assert single.state == "taken" and {one.state for one in recalls.all()} == {"due", "sampled"}
    assert Sample.objects.get(tube__code="8800000003").reason == "resample"


def test_a_phone_carries_the_points_of_its_own_scope_and_nobody(point, rf):
    def rows(account):
        request = rf.get("/")
        request.assignments = held(account, point.cast.on)
        with through(reach_of(request.assignments, "work")):
            return carried()["sampling"](request, point.cast.units["丰禾社区"])

    assert rows(point.cast.cadre) == [{"id": str(point.session.pk), "name": "丰禾社区采样点", "unit": point.session.unit_id,
                                       "reason": "voluntary", "disease": "新冠肺炎（原始毒株）"}]
    assert rows(point.cast.far_cadre) == rows(point.cast.post) == []
    actions.close_session(session=point.session, **point.sampler())
    assert rows(point.cast.cadre) == []


def test_a_days_tubes_are_a_few_a_transaction_so_that_nobody_waits_for_the_write_lock(point, send, tube, monkeypatch):
    act, asked = acts()["laboratory.seal"], []
    monkeypatch.setitem(acts(), act.name, replace(act, take=lambda entries, **by: asked.append(len(entries)) or act.take(entries, **by)))
    sent = [tube(of(1), code=f"880000000{n}", at=point.at - timedelta(minutes=9 - n)) for n in range(7)]
    assert {one.state for one in send(*sent)} == {"taken"} and asked == [3, 3, 1]
    assert [one.state for one in send(*sent)] == ["taken"] * 7 and len(asked) == 3
