"""What is published: only as fine as the tables allow, refused where it tells who it is, signed by somebody else, then unchanged."""
import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from docx import Document

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.overview.incident import actions, queries
from lianfang.overview.incident.models import Trajectory
from lianfang.response.tracing import actions as tracers

WHOLE = ("周建明", "程万里", "502", "601", "棉纺厂", "13800005678")


def draft(incident):
    return actions.draft_trajectory(case=incident.case, by=incident.cast.epi, at=incident.at)


PERSON = {5200: (("女", "30—39岁", "现住丰禾社区"), ()), 1200: (("女", "20—39岁", "现住禾阳街道"), ("丰禾",)),
          300: (("现住禾阳街道",), ("女", "岁", "丰禾")), None: (("现住禾阳街道",), ("女", "岁", "丰禾"))}


def test_the_draft_says_of_the_person_what_the_place_allows(incident):
    for people, (said, left) in PERSON.items():
        incident.lives_among(people)
        made = queries.draft_of(incident.case, incident.at)
        assert all(word in made.whom for word in said) and not any(word in made.whom for word in left), people
        assert queries.told_tales(incident.case, [made.whom, *made.lines], incident.at) == []


def test_the_draft_names_public_places_and_nobodys_door_or_work(incident):
    made = draft(incident)
    assert made.lines[0] == ("3月7日：07:30—08:00 乘车（12路）；上午 上班上课（青禾县）；"
                             "12:00—13:00 吃饭（同福酒家）；晚上 串门（青禾县）。")
    assert len(made.lines) == 2 and not any(word in "".join(made.lines) for word in WHOLE)
    turn = Turn.objects.get(record=made.pk, closed_at=None)
    assert (turn.role, turn.due) == ("duty_officer", incident.at + timedelta(hours=4))
    with pytest.raises(Refused, match="已经有一份草稿"):
        draft(incident)


TALES = {
    "3月7日：周建明到同福酒家": "姓名“周建明”", "3月7日：与程万里聚餐": "姓名“程万里”", "3月7日：到3号楼1单元": "门牌、楼栋“3号楼”",
    "3月7日：在502室": "门牌、楼栋“502室”", "联系电话13800005678": "电话“13800005678”", "39岁，到同福酒家": "年龄“39岁”写得太细",
    "该女士到同福酒家": "性别“女”会让人认出来", "3月7日：在丰禾社区": "“丰禾社区”人少",
}


def test_what_tells_who_it_is_is_refused_in_plain_words(incident):
    incident.lives_among(300)
    made, told = draft(incident), {"case": incident.case, "at": incident.at}
    for line, says in TALES.items():
        with pytest.raises(Refused, match=says):
            actions.mend_trajectory(trajectory=made, whom="新冠肺炎病例", lines=[line], by=incident.cast.epi, **told)
        Trajectory.objects.filter(pk=made.pk).update(lines=[line])
        with pytest.raises(Refused, match=says):
            actions.publish_trajectory(trajectory=queries.trajectory_of(made.pk), by=incident.cast.officer, **told)


def test_what_is_no_tale_may_stay(incident):
    incident.lives_among(5200)
    lines = ["3月7日：乘坐12路公交，到县医院发热门诊，女，30—39岁，到1号线地铁站、男装店"]
    assert queries.told_tales(incident.case, lines, incident.at) == []


def test_whoever_wrote_it_does_not_sign_it_and_what_is_out_is_not_changed(incident):
    made, told = draft(incident), {"case": incident.case, "at": incident.at}
    read = made.words_digest
    actions.mend_trajectory(trajectory=made, whom=made.whom, lines=made.lines[:1], by=incident.cast.officer, **told)
    with pytest.raises(Refused, match="不能自己审核"):
        actions.publish_trajectory(trajectory=made, by=incident.cast.officer, **told)
    with pytest.raises(Refused, match="又改过稿"):
        actions.publish_trajectory(trajectory=made, by=incident.cast.leader, seen=read, **told)
    actions.publish_trajectory(trajectory=made, by=incident.cast.leader, **told)
    assert (made.state, made.signed_by) == ("published", incident.cast.leader)
    assert not Turn.objects.filter(record=made.pk, closed_at=None).exists()
    with pytest.raises(Refused):
        actions.mend_trajectory(trajectory=made, whom="改", lines=["改"], by=incident.cast.epi, **told)
    assert draft(incident).edition == 2


def test_without_a_day_told_there_is_nothing_to_publish(incident):
    for stay in incident.stays:
        tracers.drop_stay(stay=stay, by=incident.cast.epi, at=incident.at)
    with pytest.raises(Refused, match="还没有行程"):
        draft(incident)


def test_on_screen_it_is_mended_signed_by_the_leader_and_copied(incident, client):
    client.force_login(incident.cast.epi)
    page = client.post(reverse("incident:draft_trajectory", args=[incident.case.pk]), follow=True)
    made = Trajectory.objects.get()
    there = reverse("incident:trajectory", args=[made.pk])
    assert "同福酒家" in page.content.decode() and "由指挥部的人审核" in page.content.decode()
    assert "周建明" in client.post(there, {"whom": made.whom, "lines": "周建明在家"}).content.decode()
    client.post(there, {"whom": made.whom, "lines": "3月7日：12:00—13:00 同福酒家"})
    assert client.post(reverse("incident:publish_trajectory", args=[made.pk])).status_code == 403
    client.force_login(incident.cast.leader)
    assert client.get(there).status_code == 403
    seen = re.search('name="seen" value="([^"]+)"', client.get(reverse("incident:review", args=[made.pk])).content.decode())[1]
    page = client.post(reverse("incident:publish_trajectory", args=[made.pk]), {"seen": seen}, follow=True).content.decode()
    assert "可以直接复制" in page and "主动向所在村" in page
    paper = client.get(reverse("incident:trajectory_paper", args=[made.pk]))
    assert "同福酒家" in text_of(paper) and not any(word in text_of(paper) for word in WHOLE)


def text_of(answer):
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(answer.content)).paragraphs)

