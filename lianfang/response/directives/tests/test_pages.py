"""The pages: a directive typed with its measures, received, split, done, checked; a call in one line; the rest."""
import struct
import zlib
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import day_end
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.directives import actions
from lianfang.response.directives.models import Adoption, Call, Directive, Milestone, Practice, Shift, Task, Visit

from .conftest import HOUR
from .test_notes import sheet


def png():
    def part(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(b"\0\0\0\0")) + part(b"IEND", b"")


@pytest.fixture
def at_desk(room, client):
    """The county's clock stands at nine; `as_who(account, …)` opens an address, or sends a form to it."""
    with time_machine.travel(room.at, tick=False) as clock:
        def as_who(account, name, *args, sent=None, query=""):
            client.force_login(account)
            address = reverse(f"directives:{name}", args=args) + query
            answer = client.get(address) if sent is None else client.post(address, sent)
            return answer

        as_who.clock = clock
        yield as_who


def words(answer):
    return answer.content.decode()


def test_handed_on_from_town_to_village_to_grid_each_reads_it_with_what_hangs_on_it_and_receives_it(at_desk, room, cast):
    one = room.issued(tasks=[room.spec("禾阳街道")], file=("方案.pdf", b"%PDF-1.7"))
    [at_village] = actions.pass_down(task=room.task(one, "禾阳街道"), tasks=[room.spec("丰禾社区")], by=cast.township, at=room.at)
    actions.pass_down(task=at_village, tasks=[room.spec("丰禾第四网格")], by=cast.cadre, at=room.at)
    for who, where, other in ((cast.cadre, "丰禾社区", cast.far_grid), (cast.grid, "丰禾第四网格", cast.far_grid)):
        receipt = one.receipts.get(group_name=where)
        assert str(receipt.pk) in words(at_desk(who, "task", room.task(one, where).pk))
        assert "各乡镇要当天送到。" in words(at_desk(who, "receipt", receipt.pk))
        assert at_desk(who, "receive", receipt.pk, sent={}).status_code == 302
        assert at_desk(who, "received_file", receipt.pk).status_code == 200
        assert at_desk(other, "receipt", receipt.pk).status_code == 404
    handed = one.receipts.exclude(group="").values_list("state", "received_by")
    assert set(handed) == {("received", cast.cadre.pk), ("received", cast.grid.pk)}


def test_a_directive_is_typed_received_split_done_with_a_photo_and_checked(at_desk, room, cast):
    typed = {"kind": "instruction", "title": "关于送药的指令", "text": "当天送到。", "level": "township", "places": "丰禾社区", "rows": "2",
             "m0-words": "逐户送药", "m0-evidence": "photo", "m0-places": "禾阳街道", "m1-words": "排名单"}
    again = at_desk(cast.officer, "issue", sent={**typed, "more": "1"})
    assert again.status_code == 200 and "逐户送药" in words(again) and "第 7 件" in words(again) and not Directive.objects.exists()
    wrong = at_desk(cast.officer, "issue", sent={**typed, "m0-places": "无此村"})
    assert wrong.status_code == 422 and "没有叫“无此村”的地方" in words(wrong) and "逐户送药" in words(wrong)
    file = SimpleUploadedFile("方案.pdf", b"%PDF-1.7")
    assert at_desk(cast.officer, "issue", sent={**typed, "file": file}).status_code == 302
    made = Directive.objects.get()
    assert set(made.receipts.values_list("unit__name", flat=True)) == {"禾阳街道", "梨花沟镇", "丰禾社区"} and made.tasks.count() == 4
    own = made.receipts.get(unit=cast.units["禾阳街道"])
    page = words(at_desk(cast.township, "receipt", own.pk))
    assert "当天送到" in page and "逐户送药" in page and "签收" in page and "方案.pdf" in page
    at_desk(cast.township, "receive", own.pk, sent={})
    assert at_desk(cast.township, "received_file", own.pk)["Content-Type"] == "application/pdf"
    at_desk(cast.township, "feed_back", own.pk, sent={"words": "今天送完"})
    top = made.tasks.get(words="逐户送药")
    below = cast.units["丰禾社区"]
    assert "逐户送药" in words(at_desk(cast.township, "pass_down", top.pk))
    at_desk(cast.township, "pass_down", top.pk, sent={"units": [below.pk], "words": "社区排名单", "evidence": "photo"})
    part = Task.objects.get(parent=top)
    page = words(at_desk(cast.cadre, "task", part.pk))
    assert "逐户送药" in page and "社区排名单" in page and "一字不改" in page
    at_desk(cast.cadre, "take", part.pk, sent={})
    assert at_desk(cast.cadre, "do", part.pk, sent={"words": "送了"}).status_code == 422
    photo = SimpleUploadedFile("a.png", png(), "image/png")
    assert at_desk(cast.cadre, "do", part.pk, sent={"words": "送了", "photo": photo}).status_code == 302
    assert at_desk(cast.township, "photo", part.pk)["Content-Type"] == "image/png"
    refused = at_desk(cast.township, "do", top.pk, sent={"words": "都送了", "photo": SimpleUploadedFile("a.png", png(), "image/png")})
    assert refused.status_code == 422 and "下面还有 1 件没有办结（丰禾社区）" in words(refused)
    at_desk(cast.township, "close_task", part.pk, sent={})
    at_desk(cast.township, "do", top.pk, sent={"words": "都送了", "photo": SimpleUploadedFile("a.png", png(), "image/png")})
    at_desk(cast.officer, "send_back", top.pk, sent={"why": "差一户"})
    assert "差一户" in words(at_desk(cast.township, "task", top.pk)) and Task.objects.get(pk=top.pk).returned == 1
    page = words(at_desk(cast.officer, "directive", made.pk))
    assert "今天送完" in page and "岳小满" in page and "没签收 2 家" in page and "没办结 4 件" in page
    at_desk(cast.officer, "chase", made.pk, sent={})
    assert Line.objects.filter(verb="workflow.urge").count() == 2
    assert words(at_desk(cast.officer, "directive", made.pk)).count("催过 1 次") == 2, "who was chased is seen where one chases"
    for form, begins in (("docx", b"PK"), ("pdf", b"%PDF")):
        assert at_desk(cast.officer, "print_directive", made.pk, form, sent={}).content.startswith(begins)
    page = words(at_desk(cast.officer, "add_milestone", query=f"?directive={made.pk}"))
    assert made.number in page and made.title in page and 'value="2020-03-10"' in page
    refused = at_desk(cast.officer, "close_directive", made.pk, sent={"why": ""})
    assert refused.status_code == 422 and "还有 4 件事没有办结" in words(refused)
    assert at_desk(cast.officer, "replace_directive", made.pk, sent={**typed, "title": "新的"}).status_code == 422, "it must be said why"
    at_desk(cast.officer, "replace_directive", made.pk, sent={**typed, "title": "新的", "why": "时限改了"})
    assert "新的" in words(at_desk(cast.officer, "directive", made.pk)) and Directive.objects.get(pk=made.pk).why == "时限改了"
    at_desk(cast.officer, "withdraw_directive", Directive.objects.get(replaces=made).pk, sent={"why": "不用了"})
    assert Directive.objects.filter(state="withdrawn").count() == 1 and "新的" in words(at_desk(cast.officer, "directives"))


def test_what_is_anothers_is_not_there_and_what_is_refused_is_said(at_desk, room, cast):
    task = room.given("丰禾社区")
    assert at_desk(cast.far_cadre, "task", task.pk).status_code == 404
    named_one = room.given("青禾县", account=cast.lab)
    assert at_desk(cast.lab, "task", named_one.pk).status_code == 200 and at_desk(cast.post, "task", named_one.pk).status_code == 404
    assert at_desk(cast.grid, "give").status_code == 403
    typed = {"unit": "丰禾社区", "words": "查东门", "urgency": "today", "evidence": "words"}
    assert at_desk(cast.far_township, "give", sent=typed).status_code == 422
    assert at_desk(cast.officer, "give", sent=typed).status_code == 302
    later = {"due_at": "2020-03-12T10:00", "why": "路断"}
    for name, sent in (("excuse", {"why": "没有这回事"}), ("withdraw_task", {"why": "重复"}), ("defer", later)):
        one = room.given("丰禾社区")
        assert at_desk(cast.officer, name, one.pk, sent=dict.fromkeys(sent, "")).status_code == 422
        assert at_desk(cast.officer, name, one.pk, sent=sent).status_code == 302
    assert set(Task.objects.values_list("state", flat=True)) == {"given", "excused", "withdrawn"}


def test_the_list_the_figures_and_the_rates_open_into_their_records(at_desk, room, cast):
    late, closed = room.given("丰禾社区", words="查东门"), room.given("望河社区", words="查西门", group="g1", group_name="流调组")
    actions.close_task(task=room.done(closed, cast.township), by=cast.officer, at=room.at + HOUR)
    at_desk.clock.move_to(day_end(cast.on) + HOUR)
    escalate(at=day_end(cast.on) + HOUR, by=named(SYSTEM))
    page = words(at_desk(cast.officer, "tasks", query="?figure=tasks_late"))
    assert "查东门" in page and "查西门" not in page and "逾期" in page
    assert "查西门" in words(at_desk(cast.officer, "tasks", query="?how=in_time&group=流调组&since=2020-03-10&until=2020-03-11"))
    page = words(at_desk(cast.officer, "closure", query="?first=2020-03-10&last=2020-03-10"))
    assert "禾阳街道" in page and "50.0%" in page and "流调组" in page and "会议决定" in page and "how=in_time" in page
    assert "转到上一级" in words(at_desk(cast.officer, "task", late.pk))
    assert at_desk(cast.officer, "closure", query="?first=x&last=2020-03-10").status_code == 422


def test_a_call_is_one_line_and_who_called_is_behind_a_reason(at_desk, room, cast):
    assert "我来当班" in words(at_desk(cast.officer, "desk")) and "这个席位还等着办的" not in words(at_desk(cast.officer, "desk"))
    at_desk(cast.officer, "begin_desk", sent={})
    assert "禾阳街道 丰禾社区" in words(at_desk(cast.officer, "places", query="?unit=丰禾"))
    call = {"unit": "禾阳街道 丰禾社区", "words": "有老人断药", "caller": "王某", "phone": "0000-1234", "detail": "3号楼", "urgency": "now",
            "role": ""}
    assert at_desk(cast.officer, "desk", sent={**call, "unit": "丰合社区"}).status_code == 422
    at_desk(cast.officer, "desk", sent=call)
    one = Call.objects.get()
    page = words(at_desk(cast.officer, "desk"))
    assert "已经交给“丰禾社区 村（社区）干部”" in page and "该 丰禾社区 村（社区）干部 办" in page
    assert "有老人断药" in page and "今天的和没办结的电话 1 个" in page and "王某" not in page
    assert "王某" not in words(at_desk(cast.cadre, "call", one.pk))
    at_desk(cast.cadre, "read_call", one.pk, sent={"reason": "visit"})
    assert "王某" in words(at_desk(cast.cadre, "call", one.pk)) and "王某" not in words(at_desk(cast.officer, "call", one.pk))
    assert Line.objects.get(verb="directives.read_call").by == cast.cadre.pk
    shift = Shift.objects.get()
    for where in ("禾阳街道", "梨花沟镇"):
        room.given(where, words="报带班领导")
    assert "没办结 3 件，一并交给下一位" in words(at_desk(cast.officer, "hand_over_desk", shift.pk))
    assert "请填写“交班的话”。" in words(at_desk(cast.officer, "hand_over_desk", shift.pk, sent={"words": " "}))
    at_desk(cast.officer, "hand_over_desk", shift.pk, sent={"words": "断药的没回话"})
    page = words(at_desk(cast.leader, "shift", shift.pk))
    assert "断药的没回话" in page and "有老人断药" in page and "接班" in page
    assert page.count("报带班领导") == 1 and "报带班领导 · 2 家" in page, "what several were given is one line that opens"
    at_desk(cast.leader, "take_over_desk", shift.pk, sent={"words": "接到一件"})
    assert Shift.objects.get(state="on").begun_by == cast.leader and "郑怀远" in words(at_desk(cast.officer, "desk"))


def test_a_visit_a_practice_and_the_timeline_on_screen(at_desk, room, cast):
    at_desk(cast.leader, "record_visit", sent={"unit": "丰禾社区", "leader": "郑怀远", "visited_at": "2020-03-10T08:30"})
    visit = Visit.objects.get()
    at_desk(cast.leader, "visit", visit.pk, sent={"unit": "丰禾社区", "words": "东门没人", "urgency": "now", "evidence": "words"})
    assert Task.objects.get(source="visit").origin == visit.pk and "东门没人" in words(at_desk(cast.officer, "visit", visit.pk))
    at_desk(cast.cadre, "write_practice", sent={"unit": "丰禾社区", "title": "大喇叭", "text": "早中晚"})
    practice = Practice.objects.get()
    at_desk(cast.officer, "spread", practice.pk, sent={"level": "village", "places": "禾阳街道"})
    asked = Adoption.objects.get(unit=cast.units["梨花沟村"])
    at_desk(cast.far_cadre, "adoption", asked.pk, sent={"words": "没有喇叭", "not": "1"})
    at_desk(cast.township, "adoption", Adoption.objects.get(unit=cast.units["禾阳街道"]).pk, sent={"words": ""})
    assert "推广到 3 家，采用 1，不适用 1" in words(at_desk(cast.officer, "practice", practice.pk))
    typed = {"side": "own", "on": "2020-01-23", "place": "青禾县", "words": "第一个启动", "source": "1号令", "first": "on"}
    at_desk(cast.officer, "add_milestone", sent=typed)
    assert at_desk(cast.officer, "add_milestone", sent=typed).status_code == 422
    file = SimpleUploadedFile("a.xlsx", sheet([["2020-01-24", "邻省", "启动一级响应", "公告", ""], ["早上", "邻省", "某事", "公告", ""]]))
    answer = at_desk(cast.officer, "import_milestones", sent={"side": "outside", "file": file})
    assert "第 3 行" in words(answer) and Milestone.objects.count() == 2
    assert "启动一级响应" in words(at_desk(cast.leader, "milestones")) and at_desk(cast.officer, "blank").content[:2] == b"PK"
    for form, begins in (("docx", b"PK"), ("pdf", b"%PDF")):
        assert at_desk(cast.officer, "print_milestones", form, sent={}).content.startswith(begins)


def test_the_desk_and_who_takes_it_over_see_what_else_waits_there(at_desk, room, cast):
    """Its own things and calls aside; a call nobody has settled is still there the next day."""
    at_desk(cast.officer, "begin_desk", sent={})
    at_desk(cast.officer, "desk", sent={"unit": "丰禾社区", "words": "路上有树倒了", "urgency": "today"})
    county = cast.units["青禾县"]
    here = {"level": "county", "owner_unit": county, "unit": county, "role": "duty_officer", "opened_at": room.at}
    for n in range(3):
        Turn.objects.create(flow="conflict", state="waiting_county", record=uuid7(), due=room.at + HOUR * (n + 1), **here)
    Turn.objects.create(flow="appeal", state="raised", record=uuid7(), due=room.at + 5 * HOUR, **here | {"role": "county_leader"})
    at_desk.clock.shift(timedelta(days=1))
    page = words(at_desk(cast.officer, "desk"))
    waiting = page.partition("这个席位还等着办的")[2].partition("</section>")[0]
    assert "路上有树倒了" in page and "待县里核对" in waiting and "3 件" in waiting and waiting.count("<li>") == 1
    assert "/turns/?flow=conflict" in waiting
    shift = Shift.objects.get(state="on")
    at_desk(cast.officer, "hand_over_desk", shift.pk, sent={"words": "盯住倒树"})
    assert "待县里核对" in words(at_desk(cast.leader, "shift", shift.pk))
    at_desk(cast.leader, "take_over_desk", shift.pk, sent={"words": "先看倒树"})
    assert "待县里核对" not in words(at_desk(cast.leader, "shift", shift.pk)), "what waited then is no longer what waits"
