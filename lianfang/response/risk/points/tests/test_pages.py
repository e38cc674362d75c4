"""The register, the gates and the week as people see them: scoped, refused where something lacks, counted, printed."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused
from lianfang.response.risk import actions as risk
from lianfang.response.risk.points import actions
from lianfang.response.risk.points.actions import NewPoint, Ordered
from lianfang.response.risk.points.models import Measure, Point, Rating, UnitRating, Week

FRIDAY = date(2020, 3, 13)


@pytest.fixture
def register(cast):
    """Seven points, and the week asked on Thursday."""
    with everything():
        points = actions.take_points(unit=cast.units["青禾县"], by=cast.officer, at=cast.at)
        actions.ask_due(by=cast.officer, at=moment(FRIDAY - timedelta(days=1), "08:00"))
    return {one.code: one for one in points}


def page(client, name, *args, **query):
    answer = client.get(reverse(f"riskpoints:{name}", args=args), query)
    assert answer.status_code == 200, name
    return answer.content.decode()


def test_the_gates_show_the_gravest_first_and_the_level_by_the_table_beside(cast, register, client):
    facts = {"kind": "county", "recent": 1, "total": 1, "days_clear": 0, "cluster": False, "spread": "unknown", "contacts_clear": "unknown",
             "round_negative": "unknown"}
    with everything():
        actions.rate_point(point=register["border"], likelihood="certain", harm="high", words="邻县报告两例", by=cast.officer, at=cast.at)
        level = risk.propose_level(unit=cast.units["青禾县"], facts=facts, source="cdc", source_on=cast.on, by=cast.epi, at=cast.at)
    client.force_login(cast.officer)
    with time_machine.travel(moment(FRIDAY, "16:00"), tick=False):
        text = page(client, "board")
        assert text.index("输入关") < text.index("处置关") < text.index("卫生关") < text.index("舆论关")
        assert text.index("省际邻县") < text.index("外源输入"), "the gravest on top of its gate"
        assert "按风险等级表提请核定" in text and "中风险" in text
        assert "6 个单位评估，交了 0 个" in text and "5 个过了时限没交" in text, "the county has until six"
        risk.confirm_level(level=level, number="青防指〔2020〕9号", by=cast.officer, at=cast.at)
        assert "现在的风险等级" in page(client, "board") and "青防指〔2020〕9号" in page(client, "board")
        answer = client.post(reverse("riskpoints:report", args=["docx"]))
        assert answer.status_code == 200 and answer.content[:2] == b"PK"
        assert client.post(reverse("riskpoints:report", args=["pdf"]), {"week": "x"}).status_code == 302
        assert "省际邻县" in page(client, "trend")
        reach = Reach(TOP)
        at = moment(FRIDAY, "16:00")
        figures = {"risk_points_open": 7, "risk_points_grave": 1, "risk_points_late": 1, "risk_weeks_missing": 5, "risk_weeks_filed": 0}
        with everything():
            assert indicators.values(list(figures), reach, at) == figures
            assert indicators.value("risk_points_grave", reach, cast.at - timedelta(minutes=1)) == 0, "as known then"
            assert [one.name for one in indicators.records("risk_points_grave", reach, at)] == ["省际邻县"]


def test_a_village_fills_in_its_week_as_it_said_last_and_what_it_leaves_out_is_named(cast, register, client):
    with everything():
        week = Week.objects.get(unit=cast.units["丰禾社区"])
    client.force_login(cast.cadre)
    with time_machine.travel(moment(FRIDAY, "09:00"), tick=False):
        text = page(client, "week", week.pk)
        assert "已经照上次填好" in text and text.count("<fieldset") >= len(register)
        said = {f"{letter}-{one.pk}": value for one in register.values() for letter, value in (("l", one.likelihood), ("h", one.harm))}
        lacking = {name: value for name, value in said.items() if not name.endswith(str(register["care"].pk))}
        assert client.post(reverse("riskpoints:week", args=[week.pk]), lacking).status_code == 422
        number = client.post(reverse("riskpoints:week", args=[week.pk]), said | {"words": "找 13800000000"})
        assert number.status_code == 422 and "不能写电话" in number.content.decode()
        said[f"l-{register['workers'].pk}"] = "likely"
        assert client.post(reverse("riskpoints:week", args=[week.pk]), said).status_code == 302
        assert "很可能" in page(client, "week", week.pk) and "禾阳街道丰禾社区" in page(client, "weeks"), "several villages have one name"
        assert client.get(reverse("riskpoints:week", args=[_far(cast).pk])).status_code == 404, "the other town's is not his"
    with everything():
        assert Point.objects.get(code="workers").state == "risen" and Point.objects.get(code="care").state == "watched"
        later = moment(FRIDAY + timedelta(days=6), "08:00")
        actions.ask_due(by=cast.officer, at=later)
        again = Week.objects.get(unit=cast.units["丰禾社区"], state="asked")
    with time_machine.travel(later, tick=False):
        form = page(client, "week", again.pk)
        part = form[form.index(f"l-{register['workers'].pk}"):]
        assert '<option value="likely" selected' in part[:part.index("</select>")], "as it was said last"


def _far(cast):
    with everything():
        return Week.objects.get(unit=cast.units["梨花沟村"])


def test_a_point_is_entered_rated_worked_on_and_closed_on_screen(cast, client):
    client.force_login(cast.officer)
    at = moment(cast.on, "10:00")
    with time_machine.travel(at, tick=False):
        county = cast.units["青禾县"].pk
        new = {"unit": county, "gate": "hygiene", "name": "城区农贸市场", "words": "摊位、冷库、进出口", "role": "supervisor",
               "account": "", "likelihood": "possible", "harm": "high"}
        assert client.post(reverse("riskpoints:enter_point"), new | {"role": "village_cadre"}).status_code == 422
        assert client.post(reverse("riskpoints:enter_point"), new).status_code == 302
        assert "已经在册" in client.post(reverse("riskpoints:enter_point"), new).content.decode()
        with everything():
            one = Point.objects.get()
        assert (one.level, one.review_at) == ("high", moment(date(2020, 3, 13), "18:00"))
        towns = [cast.units["禾阳街道"].pk, cast.units["梨花沟镇"].pk]
        ordered = {"words": "每天两次消毒，留照片", "units": towns, "role": "", "due_at": ""}
        assert client.post(reverse("riskpoints:order_measures", args=[one.pk]), ordered | {"due_at": "2020-03-10T09:00"}).status_code == 422
        assert client.post(reverse("riskpoints:order_measures", args=[one.pk]), ordered).status_code == 302
        text = page(client, "point", one.pk)
        assert "禾阳街道：每天两次消毒" in text and "梨花沟镇：每天两次消毒" in text
        why = client.post(reverse("riskpoints:close_point", args=[one.pk]), {"why": "市场搬走了"})
        assert why.status_code == 422 and "2 项措施没有办结" in why.content.decode()
        client.force_login(cast.supervisor)
        rated = {"likelihood": "unlikely", "harm": "low", "words": "两天抽检全阴"}
        assert client.post(reverse("riskpoints:rate_point", args=[one.pk]), rated).status_code == 302, "its owner rates it"
        client.force_login(cast.epi)
        assert "不是交给您办的" in client.post(reverse("riskpoints:rate_point", args=[one.pk]), rated).content.decode()
        client.force_login(cast.far_township)
        assert client.get(reverse("riskpoints:point", args=[one.pk])).status_code == 404
        assert client.post(reverse("riskpoints:take_points")).status_code == 302
    with everything():
        assert list(Rating.objects.filter(point=one).order_by("at", "pk").values_list("level", "until_at")) == [("high", at), ("low", None)]
        assert Measure.objects.filter(point=one).count() == 2


def test_a_point_is_no_home_and_the_table_is_taken_once(cast, register):
    with everything():
        new = NewPoint(cast.units["丰禾第四网格"], "hygiene", "楼道", "grid_worker", "possible", "medium")
        with pytest.raises(Refused, match="不写到网格"):
            actions.enter_points(points=[new], by=cast.officer, at=cast.at)
        with pytest.raises(Refused, match="都已经在册"):
            actions.take_points(unit=cast.units["青禾县"], by=cast.officer, at=cast.at)
        with pytest.raises(Refused, match="不在您的辖区里"):
            actions.enter_points(points=[NewPoint(cast.units["梨花沟村"], "input", "村口", "village_cadre", "rare", "low")], by=cast.cadre,
                                 at=cast.at)
        actions.close_point(point=register["posts"], why="卡口全部撤完", by=cast.officer, at=cast.at)
        assert actions.ask_due(by=cast.officer, at=moment(FRIDAY, "08:00")) == 0, "asked once a week"


def test_of_two_at_once_the_second_sees_what_the_first_did(cast, register):
    told, town = {"by": cast.officer, "at": moment(FRIDAY, "09:00")}, cast.units["禾阳街道"]
    said = {one.pk: ("certain" if code == "workers" else one.likelihood, one.harm) for code, one in register.items()}
    with everything():
        mine, seen_open = [Week.objects.select_related("unit").get(unit=cast.units["丰禾社区"]) for _again in "12"]
        actions.assess(week=mine, ratings=said, words="", **told)
        with pytest.raises(Refused, match="刷新再看"):
            actions.assess(week=seen_open, ratings=said, words="", **told)
        assert UnitRating.objects.count() == len(register)
        assert actions.raise_points(points=[register["workers"]], at=told["at"], because=None) == [], "another unit was quicker"
        actions.close_point(point=Point.objects.select_related("unit").get(code="posts"), why="卡口全部撤完", **told)
        with pytest.raises(Refused, match=r"销账.*刷新再看"):
            actions.order_measures(point=register["posts"], measures=[Ordered("补岗", town)], **told)
        with pytest.raises(Refused, match=r"销账.*刷新再看"):
            actions.rate_point(point=register["posts"], likelihood="rare", harm="low", words="撤了", **told)
        assert not Measure.objects.exists() and not Rating.objects.filter(point=register["posts"], until_at=None).exists()


def test_only_who_directs_the_county_is_offered_the_countys_table(cast, client):
    offered = {}
    for who in (cast.officer, cast.township, cast.cadre):
        client.force_login(who)
        offered[who] = "表里的全部入册" in page(client, "board")
    assert offered == {cast.officer: True, cast.township: False, cast.cadre: False}
