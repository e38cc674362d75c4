"""The pages of tracing: a case, a day typed, contacts proposed and accepted in bulk; only by whoever investigates."""
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.days import now, today
from lianfang.ground.journal.models import Line
from lianfang.registers.outside.models import Answer
from lianfang.registers.people.models import Person
from lianfang.response.tracing import actions
from lianfang.response.tracing.models import Contact, Exposure, Index, Stay
from lianfang.response.tracing.papers.letter import letter_of
from lianfang.response.tracing.queries.following import letters_sent

from .conftest import ILL

ANSWER = {"office": "邻县疾控中心", "name": "田禾", "phone": "0000-5550101", "way": "phone"}
DAY = "1200-1300 吃饭 同福酒家\n1830-2200 在家"


@pytest.fixture
def index(cast, case):
    """A disease whose contacts are still judged today, when these pages are opened."""
    return actions.open_index(person=case, disease="mers", anchor="onset", anchor_on=date(2020, 3, 8), by=cast.epi, at=cast.at)


@pytest.fixture
def epi(cast, browse):
    return browse(cast.epi)


def text(answer):
    return answer.content.decode()


def page(name, one, **more):
    return reverse(f"tracing:{name}", args=[one.pk], **more)


def proposed(case, someone, was):
    mates = [someone("高原", "601"), someone("林下")]
    was(case, "1200-1300 吃饭 同福酒家")
    for mate in mates:
        was(mate, "1200-1300 吃饭 同福酒家")
    return mates


def test_a_case_is_opened_and_his_days_that_count_are_asked_for(cast, epi):
    sent = {"disease": "covid_19", "name": "周建明", "id_number": "110101199003070070", "anchor": "onset", "anchor_on": "2020-03-08"}
    answer = epi.post(reverse("tracing:open_index"), sent, follow=True)
    one = Index.objects.get()
    assert (one.from_on, one.person.name) == (date(2020, 3, 6), "周建明")
    assert "周＊明" in text(answer) and "周建明" not in text(answer) and "2020-03-06" in text(answer)
    assert "周＊明" in text(epi.get(reverse("tracing:indexes")))


@pytest.mark.parametrize("wrong", [{"name": ""}, {"anchor_on": "2090-01-01"}, {"disease": "x"}, {"id_number": "110101199003070071"},
                                   {"isolated_at": "2090-01-01T08:00"}, {"isolated_at": "0001-01-01T00:00"}, {"anchor_on": "0001-01-01"}])
def test_what_cannot_be_is_said_and_nothing_is_kept(cast, epi, wrong):
    sent = {"disease": "covid_19", "name": "周建明", "anchor": "onset", "anchor_on": "2020-03-08"} | wrong
    answer = epi.post(reverse("tracing:open_index"), sent)
    assert answer.status_code == 422 and not Index.objects.exists() and not Person.objects.exists()


def test_a_day_is_typed_and_the_next_untold_one_is_asked_for(cast, index, epi):
    assert 'value="2020-03-08"' in text(epi.get(page("index", index)))
    answer = epi.post(page("diary", index), {"on": "2020-03-08", "text": DAY}, follow=True)
    assert Stay.objects.count() == 2 and "同福酒家" in text(answer) and 'value="2020-03-09"' in text(answer)
    assert "1200-1300 吃饭 同福酒家" in text(epi.get(page("index", index), {"like": "2020-03-08", "on": "2020-03-07"}))
    [first, *_more] = re.findall(r"/tracing/stays/([0-9a-f-]+)/drop/", text(answer))
    assert page("index", index) in epi.post(reverse("tracing:drop_stay", args=[first]), {"page": "index", "of": index.pk}).url
    assert Stay.objects.count() == 1


def test_lines_that_cannot_be_read_are_named_and_what_was_typed_stays(cast, index, epi):
    answer = epi.post(page("diary", index), {"on": "2020-03-06", "text": "1200-1300 吃饭 同福酒家\n下午 打牌"})
    assert answer.status_code == 422 and "第 2 行" in text(answer) and "下午 打牌" in text(answer) and not Stay.objects.exists()


def test_equal_evidence_is_accepted_at_one_press(cast, index, case, someone, was, epi):
    mates = proposed(case, someone, was)
    shown = text(epi.get(page("index", index)))
    assert "高＊" in shown and "同福酒家" in shown and "60 分钟" in shown and "判定表第" in shown
    answer = epi.post(page("decide", index), {"act": "accept", "people": [mate.pk for mate in mates]}, follow=True)
    assert Contact.objects.filter(state="watched").count() == 2 and "定了 2 人" in text(answer)
    listed = epi.get(reverse("tracing:contacts"))
    assert "高＊" in text(listed) and "2020-03-22" in text(listed)
    one = Contact.objects.get(person=mates[0])
    shown = text(epi.get(page("contact", one)))
    assert "同一密闭空间" in shown and "60 分钟" in shown


def test_nobody_ticked_and_somebody_else_are_told(cast, index, case, someone, was, epi):
    proposed(case, someone, was)
    for people in ([], [someone("吕春").pk], ["x"]):
        answer = epi.post(page("decide", index), {"act": "accept", "people": people}, follow=True)
        assert "勾选" in text(answer)
    assert epi.post(page("decide", index), {"act": "eat"}).status_code == 400 and not Contact.objects.exists()


def test_somebody_is_named_declined_and_another_handed_over(cast, index, epi, browse):
    sent = {"name": "林下", "ground": "meal", "from_on": "2020-03-07", "until_on": "2020-03-08", "near": "within_1m", "protection": "none",
            "elsewhere": "邻县", "address": "北关大街3号", "note": "坐他左边"}
    assert epi.post(page("name_contact", index), sent).status_code == 302
    said = Exposure.objects.get()
    assert said.note.open() == "坐他左边" and "坐他左边" not in text(epi.get(page("index", index)))
    epi.post(page("decide", index), {"act": "accept", "people": [said.person_id]})
    one = Contact.objects.get()
    assert one.state == "elsewhere"
    for form, kind in (("pdf", "application/pdf"), ("docx", "wordprocessingml")):
        assert kind in epi.post(reverse("tracing:letter", args=[one.pk, form]))["Content-Type"]
    assert Line.objects.filter(verb="tracing.print_letter", subject=one.person_id).count() == 2
    with time_machine.travel(now() + timedelta(days=2), tick=False):
        epi = browse(cast.epi)
        assert "林＊" in text(epi.get(reverse("tracing:contacts"), {"owed": "1"}))
        shown = text(epi.post(page("chase", one), follow=True))
        assert "催办" in shown and "林＊" not in text(epi.get(reverse("tracing:contacts"), {"owed": "1"}))
        filled = letter_of(Contact.objects.select_related("person", "index__unit", "verdict").get(), is_drill=True, on=today(),
                           sent=letters_sent(one))
        assert filled.values["title"].endswith("（第1次催办）") and "至今未收到回执" in filled.values["before"]
        assert epi.post(reverse("tracing:letter", args=[one.pk, "docx"])).status_code == 200
        assert epi.post(page("receive", one), {"office": "邻县疾控中心"}).status_code == 422
        shown = text(epi.post(page("receive", one), ANSWER | {"said_at": f"{now():%Y-%m-%dT%H:%M}"}, follow=True))
        assert "田禾" in shown and "0000-5550101" in shown
        epi.post(page("withdraw", one))
        for form in ("pdf", "docx"):
            assert epi.post(reverse("tracing:recall", args=[one.pk, form])).status_code == 200
        epi.post(page("tell_recall", one), ANSWER | {"said_at": f"{now():%Y-%m-%dT%H:%M}"})
    assert Contact.objects.get().state == "dropped" and Answer.objects.count() == 2
    over = text(browse(cast.epi).get(page("contact", one)))
    assert re.search(rf"结束.*?排除 20[-\d]+ [:\d]+ {cast.epi.name}", over, re.DOTALL), "who ended it, and when"
    assert epi.post(page("name_contact", index), sent | {"until_on": "2020-03-01"}).status_code == 422


def test_the_days_are_corrected_the_index_finished_and_withdrawn(cast, index, epi):
    epi.post(page("retime_index", index), {"anchor": "onset", "anchor_on": "2020-03-07"})
    index.refresh_from_db()
    assert index.from_on == date(2020, 3, 7)
    epi.post(page("finish_index", index))
    index.refresh_from_db()
    assert index.state == "following"
    epi.post(page("close_index", index))
    index.refresh_from_db()
    assert index.state == "closed"


def test_a_contact_tells_his_own_days(cast, index, case, someone, was, epi):
    mates = proposed(case, someone, was)
    [one] = actions.accept(index=index, people=[mates[0].pk], by=cast.epi, at=cast.at)
    answer = epi.post(page("contact_diary", one), {"on": ILL.isoformat(), "text": "1400-1500 上班 供销社"}, follow=True)
    assert "供销社" in text(answer) and Stay.objects.filter(person=mates[0]).count() == 2


@pytest.mark.parametrize("part", ["grid", "cadre", "township", "leader", "post", "lab", "supervisor", "admin"])
def test_only_who_investigates_sees_any_of_it(cast, index, browse, part):
    client = browse(getattr(cast, part))
    assert client.get(page("index", index)).status_code == 403 and client.get(reverse("tracing:contacts")).status_code == 403


def test_a_home_that_is_nobodys_door_is_said_once(cast, someone, was, epi):
    """The first line that says where he lives holds for those that only say that he was at home, in this diary and later ones."""
    one = someone("田禾", "丰禾社区")
    index = actions.open_index(person=one, disease="mers", anchor="onset", anchor_on=date(2020, 3, 8), by=cast.epi, at=cast.at)
    assert "还不知道他住哪里" in text(epi.get(page("index", index)))
    answer = epi.post(page("diary", index), {"on": "2020-03-08", "text": "1830-2400 在家"})
    assert answer.status_code == 422 and "还不知道他住哪里" in text(answer)
    epi.post(page("diary", index), {"on": "2020-03-07", "text": "1830-2400 在家 河边第三排平房\n8日\n1830-2200 在家"})
    was(one, "1830-2400 在家", on=date(2020, 3, 6))
    assert set(Stay.objects.filter(person=one).values_list("spot__name", flat=True)) == {"河边第三排平房"}
    told = text(epi.get(page("index", index)))
    assert "还不知道他住哪里" not in told and "已经有的地方：" not in told
