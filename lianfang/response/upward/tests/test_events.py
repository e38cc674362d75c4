"""A confirmed case goes up to the city within its card's own time; each report has its minutes, its receipt, and names nobody."""
from datetime import date, timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.outside.actions import Said
from lianfang.registers.outside.queries import answers_of
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.upward import actions, queries
from lianfang.response.upward.models import Event, Report


@pytest.fixture
def opened(cast):
    """The event of a case of 周建明 known at eight."""
    with everything():
        person = draft_person(unit_id=cast.units["601"].pk, name="周建明", at=cast.at, birth_on=date(1981, 3, 12))
        add_people(people=[person], by=cast.epi, at=cast.at)

        def made(disease="covid_19", klass="confirmed", **more):
            told = {"record": person.pk, "person": person.pk, "unit": person.unit_id, "title": "新冠肺炎确诊病例1例",
                    "found_at": cast.at - timedelta(hours=2), "known_at": cast.at - timedelta(hours=1), "by": cast.epi, "at": cast.at}
            return actions.open_case(disease=disease, klass=klass, **(told | more))

        yield made


def said(cast, at=None, **more):
    return {"words": "禾阳街道报告确诊病例1例。", "reported_at": at or cast.at, "way": "system", "to": "市指挥部", "by": cast.epi,
            "at": at or cast.at, **more}


def test_what_the_table_names_goes_up_within_the_time_of_the_card(cast, opened):
    assert opened("measles") is None
    one = opened()
    assert opened().pk == one.pk
    assert Turn.objects.open().get(record=one.pk).due == cast.at + timedelta(hours=1) == one.first_due
    for wrong, why in [({"words": "周建明确诊。"}, "不能有姓名"), ({"words": "电话13800005678。"}, "不能有姓名"),
                       ({"words": "电话138 0000-5678。"}, "不能有姓名"), ({"to": " "}, "报给谁"),
                       ({"way": "phone"}, "谁打的"), ({"reported_at": cast.at - timedelta(days=1)}, "报告时间")]:
        with pytest.raises(Refused, match=why):
            actions.report_first(event=one, **said(cast, **wrong))
    first = actions.report_first(event=one, **said(cast, way="phone", source="罗文舒"))
    assert (first.minutes, first.is_late) == (60, False)
    later = cast.at + timedelta(hours=25)
    late = actions.report_progress(event=one, **said(cast, later))
    assert (late.minutes, late.is_late) == (1500, True)
    receipt = Said("市指挥部", "雷鸣", "0000-5550404", cast.at, number="市收〔2020〕1号")
    actions.take_answer(report=first, said=receipt, by=cast.epi, at=later)
    assert [(one.kind, one.number) for one in answers_of(first.pk)] == [("told", "市收〔2020〕1号")]
    one.refresh_from_db()
    actions.report_final(event=one, **said(cast, later))
    actions.report_correction(event=one, **said(cast, later, words="订正：2例。"))
    assert one.state == "ended" and not Turn.objects.open().filter(record=one.pk).exists()
    assert queries.stage_minutes() == {"first": (1, 60, 0), "progress": (1, 1500, 1), "final": (1, 0, 0)}


def test_a_case_that_was_none_goes_up_no_more(cast, opened):
    one = opened()
    actions.drop_case(record=one.record, by=cast.epi, at=cast.at)
    one.refresh_from_db()
    assert one.state == "dropped"


def test_the_pages(cast, client):
    client.force_login(cast.epi, backend="lianfang.ground.accounts.sessions.AccountBackend")
    at = f"{now():%Y-%m-%dT%H:%M}"
    new = {"kind": "cluster", "title": "某小学发热学生8例", "found_at": at, "known_at": at}
    assert client.post(reverse("upward:open_event"), new | {"title": ""}).status_code == 422
    client.post(reverse("upward:open_event"), new)
    with everything():
        one = Event.objects.get()
    report = reverse("upward:report", args=[one.pk, "first"])
    assert "某小学发热学生8例" in client.get(report).content.decode()
    wrong = client.post(report, {"words": "找13800005678", "to": "市指挥部", "way": "system", "reported_at": at})
    assert wrong.status_code == 422 and "找13800005678" in wrong.content.decode()
    client.post(report, {"words": "某小学发热8例。", "to": "市指挥部", "way": "system", "reported_at": at})
    with everything():
        made = Report.objects.get()
    for form in ("pdf", "docx"):
        assert client.post(reverse("upward:print_report", args=[made.pk, form])).status_code == 200
    answer = {"office": "市指挥部", "name": "雷鸣", "phone": "0000-5550404", "way": "phone", "said_at": at, "number": "市收〔2026〕1号"}
    shown = client.post(reverse("upward:take_answer", args=[made.pk]), answer, follow=True).content.decode()
    assert "雷鸣" in shown and "市收〔2026〕1号" in shown
    assert "首报用时" in client.get(reverse("upward:events")).content.decode()
