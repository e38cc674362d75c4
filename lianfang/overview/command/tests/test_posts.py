"""Who answers where: nobody missing, nobody double, somebody for whoever is away; and the county's own mechanisms."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.models import Assignment, Responsible
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused, agenda
from lianfang.overview.command import actions, queries
from lianfang.overview.command.models import Answer, Mechanism
from lianfang.overview.command.responsibility import answering, gaps, posts
from lianfang.response.directives import actions as directives

JANUARY = date(2020, 1, 1)


def test_gaps_doubles_and_who_is_away(cast):
    town, village = cast.units["禾阳街道"], cast.units["丰禾社区"]
    with everything():
        assert len(posts(cast.units["青禾县"], cast.on)) == 6 + 2 * 4 + 3 * 3 + 2 == len(gaps(cast.units["青禾县"], cast.on))
        Responsible.objects.create(account=cast.township, unit=town, from_on=JANUARY)
        Responsible.objects.create(account=cast.cadre, unit=village, from_on=JANUARY)
        assert actions.fill_gaps(units=[town], by=cast.township, at=cast.at) == 3 + 2
        assert answering(village, "screening", cast.on) == cast.cadre
        actions.assign(unit=village, post="screening", account=cast.grid, by=cast.cadre, at=cast.at)
        assert answering(village, "screening", cast.on) == cast.grid
        assert Answer.objects.filter(post="screening", until_on=cast.on).count() == 1
        Answer.objects.create(unit=village, post="screening", account=cast.cadre, from_on=JANUARY)
        look = {(post.unit.name, post.post): post.look for post in posts(town, cast.on)}
        assert look["丰禾社区", "screening"] == "double" and look["丰禾社区", "control"] == "fine" and look["望河社区", "overall"] == "none"
        back = cast.on + timedelta(days=3)
        actions.cover(away=cast.township, by_whom=cast.cadre, from_on=cast.on, until_on=back, by=cast.officer, at=cast.at)
        assert answering(town, "control", cast.on) == cast.cadre and answering(town, "control", back) == cast.township
        for wrong, words in (({"by_whom": cast.township}, "不能自己代自己"), ({"until_on": cast.on}, "止日要晚于起日"), ({}, "记过不在"),
                             ({"away": cast.cadre, "by_whom": cast.township}, "自己也不在"), ({"away": cast.post}, "没有负责的岗位")):
            said = {"away": cast.township, "by_whom": cast.grid, "from_on": cast.on, "until_on": back, "by": cast.officer, "at": cast.at}
            with pytest.raises(Refused, match=words):
                actions.cover(**{**said, **wrong})
        for wrong, words in (({"post": "overall"}, "没有这个岗位"), ({"by": cast.far_cadre}, "没有这项权限")):
            with pytest.raises(Refused, match=words):
                actions.assign(**{"unit": village, "post": "control", "account": cast.grid, "by": cast.cadre, "at": cast.at, **wrong})


def test_posts_on_screen(cast, client):
    with everything():
        Responsible.objects.create(account=cast.cadre, unit=cast.units["丰禾社区"], from_on=JANUARY)
        Assignment.objects.create(account=cast.township, role="village_cadre", unit=cast.units["禾阳街道"], from_on=JANUARY)
    with time_machine.travel(cast.at, tick=False):
        client.force_login(cast.township)
        page = client.get(reverse("command:posts"), {"look": "none"}).content.decode()
        assert "望河社区" in page and "梨花沟村" not in page and "丁立春" not in page
        client.post(reverse("command:assign", args=[cast.units["望河社区"].pk, "control"]), {"account": cast.cadre.pk})
        client.post(reverse("command:fill_gaps"))
        page = client.get(reverse("command:posts"), {"look": "fine"}).content.decode()
        assert page.count("丁立春") == 1 + 1 + 2  # overall; 望河社区 control; 丰禾社区 screening and control
        with everything():
            filled = list(Answer.objects.filter(until_on=None).values_list("unit", "post"))
        assert len(filled) == len(set(filled)), "who holds two offices in one place fills it once"
        far = reverse("command:assign", args=[cast.units["梨花沟村"].pk, "control"])
        assert client.post(far, {"account": cast.cadre.pk}).status_code == 404
        client.post(reverse("command:covers"), {"away": cast.cadre.pk, "by_whom": cast.grid.pk, "from_on": "2020-03-10",
                                                "until_on": "2020-03-12"})
        assert "何秋生代" in client.get(reverse("command:posts"), {"look": "fine"}).content.decode()


def test_mechanisms_are_filled_by_the_county_and_serve_as_tags(cast, client):
    county = cast.units["青禾县"]
    with everything():
        one = actions.take_mechanism(unit=county, code="three_two_one", by=cast.officer, at=cast.at)
        assert queries.lacking(one, cast.on) == {"level": 3, "line": 2, "check": 1}
        part = actions.add_part(mechanism=one, kind="check", words="入户核查", owner="村（社区）", by=cast.officer, at=cast.at)
        assert queries.lacking(Mechanism.objects.get(), cast.on) == {"level": 3, "line": 2}
        assert (str(part.pk), "三级两线一查：入户核查") in agenda.tags(cast.on)
        with pytest.raises(Refused, match="已经有了"):
            actions.take_mechanism(unit=county, code="three_two_one", by=cast.officer, at=cast.at)
        with pytest.raises(Refused, match="谁来管"):
            actions.add_part(mechanism=one, kind="line", words="市级统筹线", owner=" ", by=cast.officer, at=cast.at)
    with time_machine.travel(cast.at, tick=False):
        client.force_login(cast.officer)
        page = client.get(reverse("command:mechanisms")).content.decode()
        assert "还差 3 级、2 线" in page and "六大体系" in page
        with everything():
            spec = directives.TaskSpec("各村入户核一遍", cast.units["丰禾社区"], tags=(str(part.pk),))
            directives.give(tasks=[spec], source="other", by=cast.officer, at=cast.at)
        board = client.get(reverse("situation:board")).content.decode()
        assert "三级两线一查：入户核查" in board
        assert f"?tag={part.pk}&amp;how=open\"><b>1</b>" in board, "each part opens into what is to be done"
        assert "各村入户核一遍" in client.get(reverse("directives:tasks"), {"tag": str(part.pk), "how": "open"}).content.decode()
        client.post(reverse("command:take_mechanism", args=["six_systems"]))
        client.post(reverse("command:mechanisms"), {"name": "两头看"})
        with everything():
            assert set(Mechanism.objects.values_list("name", flat=True)) == {"三级两线一查", "六大体系", "两头看"}
            actions.drop_part(part=part, by=cast.officer, at=cast.at)
            actions.drop_mechanism(mechanism=one, by=cast.officer, at=cast.at + timedelta(days=1))
            assert not agenda.tags(cast.on + timedelta(days=1))
        client.force_login(cast.cadre)
        assert client.post(reverse("command:mechanisms"), {"name": "村里的"}).status_code == 403
