"""The file of a case: what three loops know of it on one page and in one paper; whoever stands in it can see who printed it."""
import io

import time_machine
from django.urls import reverse
from docx import Document

from lianfang.ground.journal.models import Line, Touched
from lianfang.overview.incident import queries
from lianfang.registers.people.looks import looks_at
from lianfang.response.cases.queries import inquiry_of


def text_of(answer):
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(answer.content)).paragraphs)


def test_it_holds_what_each_loop_knows(incident):
    file = queries.file_of(incident.case, incident.at)
    [met] = file.contacts
    assert (met.contact, met.state, file.kinds) == (incident.contact, "观察中", {"密切接触者": 1})
    assert met.measures and "隔离" in met.measures[0] and [day.on.day for day in file.days] == [7, 8]
    steps = [step["what"] for step in file.story]
    assert steps[:2] == ["病例 · 登记", "病例 · 填报告卡"] and "接触者 · 定为接触者" in steps


def test_it_opens_for_a_reason_and_its_paper_tells_whom_it_names(incident, client):
    client.force_login(incident.cast.epi)
    there = reverse("incident:file", args=[incident.case.pk])
    with time_machine.travel(incident.at, tick=False):
        page = client.get(there).content.decode()
        assert "程＊里" not in page and "观察中" not in page
        client.post(reverse("incident:read", args=[incident.case.pk]), {"reason": "investigate"})
        page = client.get(there).content.decode()
        assert "程＊里" in page and "程万里" not in page and "同福酒家" in page
        assert "看了事件档案" in client.get(reverse("cases:case", args=[incident.case.pk])).content.decode()
        paper = text_of(client.post(reverse("incident:print_file", args=[incident.case.pk])))
    for word in ("疫情事件档案", "周建明", "程＊里", "同福酒家", "定为接触者"):
        assert word in paper, word
    told = Line.objects.get(verb="incident.print_file")
    assert list(Touched.objects.filter(line=told.pk).values_list("subject", flat=True)) == [incident.contact.person_id]
    assert "打印了有您的事件档案" in {look.what for look in looks_at(incident.contact.person_id)}
    assert {"看了您的事件档案", "打印了有您的事件档案"} <= {look.what for look in looks_at(incident.case.person_id)}


def test_the_report_is_drafted_from_the_form_the_stays_and_the_contacts(incident, client):
    client.force_login(incident.cast.epi)
    there = reverse("incident:report", args=[incident.case.pk])
    with time_machine.travel(incident.at, tick=False):
        assert "先完成个案调查表的基本部分" in client.post(there, follow=True).content.decode()
        incident.investigated()
        said = text_of(client.post(there))
    for word in ("关于1例新冠肺炎（原始毒株）病例的流行病学调查报告", "患者周建明，女，38 岁，商业服务", "怎样发现的：主动就诊",
                 "县医院发热门诊", "追溯期内接触过病例、感染者：有",
                 "3月7日：07:30—08:00 乘车 12路", "共判定1人：密切接触者1人", "程＊里", "沈知微"):
        assert word in said, word
    assert inquiry_of(incident.case).written_by == incident.cast.epi
    assert {look.what for look in looks_at(incident.contact.person_id)} == {"打印了有您的流调报告"}


def test_nobody_else_opens_it(incident, client):
    client.force_login(incident.cast.township)
    assert client.get(reverse("incident:file", args=[incident.case.pk])).status_code == 403
    assert client.post(reverse("incident:report", args=[incident.case.pk])).status_code == 403
