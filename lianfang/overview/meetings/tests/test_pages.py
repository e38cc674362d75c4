"""On screen: the room asks cheaply for news, the desk saves as one types, decisions are read back, minutes come on paper."""
import io
import re

import time_machine
from django.urls import reverse
from docx import Document

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.overview.meetings import actions
from lianfang.overview.meetings.models import AgendaItem, Decision, Meeting
from lianfang.overview.meetings.views import room
from tests import reading

from .conftest import ON

AT = moment(ON, "19:10")


def test_from_the_desk_to_the_minutes(cast, client, sitting):
    with everything():
        item = AgendaItem.objects.filter(meeting=sitting, section="alarms").get()
    town = cast.units["禾阳街道"]
    with time_machine.travel(AT, tick=False):
        client.force_login(cast.officer)
        desk = client.get(reverse("meetings:meeting", args=[sitting.pk])).content.decode()
        assert "发热与症状告警：1 件没有办结" in desk and f"said-{item.pk}" in desk
        note = reverse("meetings:note_item", args=[item.pk])
        saved = client.post(note, {"said": "已送发热门诊。", "was": "0"}, headers={"hx-request": "true"}).content.decode()
        assert 'name="was" value="1"' in saved and "已存" in saved
        refused = client.post(note, {"said": "别的话。", "was": "0"}, headers={"hx-request": "true"}).content.decode()
        assert "刚才改过" in refused and 'name="was" value="0"' in refused and 'value="1"' in refused
        decide = reverse("meetings:decide_on", args=[item.pk])
        assert client.post(decide, {"words": "", "due_at": "2020-03-10T23:00", "evidence": "photo"}).status_code == 422
        client.post(decide, {"words": "今晚逐户复查体温", "units": [town.pk], "due_at": "2020-03-10T23:00", "evidence": "photo"})
        client.post(reverse("meetings:word_decision", args=[sitting.pk]), {"words": "明早加开卡口", "due_at": "2020-03-10T24:00",
                                                                          "evidence": "text"})
        client.post(reverse("meetings:word_decision", args=[sitting.pk]), {"words": "明早加开卡口", "due_at": "2020-03-10T23:30",
                                                                          "evidence": "text"})
        read = reverse("meetings:read_back", args=[sitting.pk])
        page = client.get(read).content.decode()
        assert "还没写明谁办" in page and "读过了，散会并派出" not in page and "还没有记谁到会" in page
        actions.attend(meeting=sitting, account=cast.leader, comes="present", by=cast.officer, at=AT)
        assert "还没有记谁到会" not in client.get(read).content.decode()
        with everything():
            bare = Decision.objects.get(words="明早加开卡口")
        give = reverse("meetings:give_share", args=[bare.pk])
        assert "请勾一个单位" in client.post(give, {"due_at": "2020-03-10T23:30", "evidence": "text"}).content.decode()
        client.post(give, {"account": cast.leader.pk, "due_at": "2020-03-10T23:30", "evidence": "text"})
        client.post(reverse("meetings:word_decision", args=[sitting.pk]), {"words": "各乡镇带班到岗", "units": [town.pk], "every": "on",
                                                                          "due_at": "2020-03-10T23:30", "evidence": "text"})
        with everything():
            given = [one.unit.name for one in Decision.objects.get(words="各乡镇带班到岗").shares.select_related("unit")]
        assert sorted(given) == sorted(["禾阳街道", "梨花沟镇"]), "every town once, and not the county itself"
        version = re.search(r'name="version" value="(\d+)"', client.get(read).content.decode())[1]
        client.post(reverse("meetings:close", args=[sitting.pk]), {"version": version})
        with everything():
            assert Meeting.objects.get(pk=sitting.pk).state == "closed"
        paper = client.post(reverse("meetings:minutes", args=[sitting.pk, "docx"]))
        words = document_text(paper.content)
        for said in ("晚调度纪要", "郑怀远", "指挥部一楼", "已送发热门诊。", "今晚逐户复查体温", "禾阳街道 乡镇（街道）干部", "同上",
                     "03-10 23:00", "照片"):
            assert said in words, said
        pdf = client.post(reverse("meetings:minutes", args=[sitting.pk, "pdf"]))
        assert "今晚逐户复查体温" in reading.text(pdf.content) and "草稿" not in words


def document_text(content) -> str:
    """All words of a Word document, of its tables too."""
    document = Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_room_asks_cheaply_and_only_who_is_invited_or_above_comes_in(cast, client, sitting, django_assert_max_num_queries):
    live = reverse("meetings:live", args=[sitting.pk])
    with everything():
        version = Meeting.objects.get(pk=sitting.pk).version
    with time_machine.travel(AT, tick=False):
        client.force_login(cast.leader)
        client.get(live)
        with django_assert_max_num_queries(5):
            assert client.get(live, {"seen": version}).status_code == 204
        assert "郑怀远" in client.get(live, {"seen": version - 1}).content.decode()
        actions.add_item(meeting=sitting, words="临时议题一", by=cast.officer, at=AT)
        assert "临时议题一" in client.get(live, {"seen": version}).content.decode()
        assert [stands for (room_, _tongue), (stands, _words) in room._WORDED.items() if room_ == sitting.pk] == [(version + 1, "sitting")]
        client.force_login(cast.township)
        assert client.get(live).status_code == 404
        client.force_login(cast.officer)
        client.post(reverse("meetings:add_seat", args=[sitting.pk]), {"guest": "院长", "office": "县医院"})
        with everything():
            sitting.attendance.create(account=cast.township)
            all_told = sitting.attendance.count()
        said = re.sub(r"<[^>]+>", "", client.get(reverse("meetings:seats", args=[sitting.pk])).content.decode())
        assert f"应到 {all_told} · 到会 1 · 请假 0 · 缺席 0" in said, "who came was to come"
        client.force_login(cast.township)
        assert "发热与症状告警" in client.get(reverse("meetings:meeting", args=[sitting.pk])).content.decode()
        assert client.get(reverse("meetings:seats", args=[sitting.pk])).content.decode().count("院长") == 1
        assert client.post(reverse("meetings:close", args=[sitting.pk])).status_code == 404


def test_the_register_the_series_and_the_facts(cast, client, evening):
    with time_machine.travel(AT, tick=False):
        client.force_login(cast.officer)
        page = client.get(reverse("meetings:meetings")).content.decode()
        assert "晚调度（2020年第1次）" in page and "下次 03-11 08:00" in page
        client.post(reverse("meetings:start_series", args=["weekly"]))
        refused = client.post(reverse("meetings:start_series", args=["adhoc"]), follow=True).content.decode()
        assert "没有写这个系列哪天开" in refused
        called = client.post(reverse("meetings:call"), {"title": "梨花沟镇发热病例会商"}, follow=True).content.decode()
        assert "梨花沟镇发热病例会商" in called
        with everything():
            facts = evening.facts_id
        table = client.get(reverse("meetings:one_facts", args=[facts])).content.decode()
        assert "禾阳街道" in table and "figure=alarms_open" in table and "数字与校验码不符" not in table
