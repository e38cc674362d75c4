"""The pages: a car on one page with everybody in it, the result, what a guard may see and what not."""
import re

import pytest
from django.test import Client
from django.urls import reverse

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.asking.slips import code_of
from lianfang.response.checkpoints.models import Notice, Pass, Passage, Shift, Tally, Vehicle

from .gate import put_up

CAR = {"plate": "禾a·58K21", "means": "car", "direction": "in", "purpose": "home", "p-INITIAL_FORMS": "0", "p-MIN_NUM_FORMS": "1",
       "p-MAX_NUM_FORMS": "60"}
DRIVER = {"id_number": "220722199001010015", "name": "秦朗", "temperature": "36.5", "code": "green", "symptoms": "no", "origin": "本省",
          "goes": "here", "destination": "丰禾社区"}


def sent(*people, **car):
    found = {**CAR, "p-TOTAL_FORMS": str(len(people)), **car}
    return found | {f"p-{n}-{name}": value for n, one in enumerate(people) for name, value in one.items()}


@pytest.fixture
def as_of(db):
    def signed(account):
        client = Client()
        client.force_login(account)
        return client

    return signed


@pytest.fixture
def guard(gate, as_of):
    return as_of(gate.cast.post)


@pytest.fixture
def page(gate):
    return reverse("checkpoints:pass_vehicle", args=[gate.post.pk])



def test_a_page_is_never_longer_than_a_full_vehicle(guard, page):
    answer = guard.post(page, sent(DRIVER, **{"p-TOTAL_FORMS": "9" * 12}))
    assert answer.status_code == 422 and answer.content.decode().count('-id_number"') < 300


def test_the_only_post_opens_at_once(gate, guard):
    assert guard.get(reverse("checkpoints:gates")).url == reverse("checkpoints:gate", args=[gate.post.pk])
    put_up(gate.cast, name="北口")
    assert "北口" in guard.get(reverse("checkpoints:gates")).content.decode()


def test_a_car_with_two_people_is_one_record_and_the_second_goes_where_the_first_goes(gate, guard, page):
    child = {"name": "秦小", "skip_scan": "child", "temperature": "36.7", "code": "none", "symptoms": "no"}
    answer = guard.post(page, sent(DRIVER, {**child, "code": "green"}))
    with everything():
        vehicle = Vehicle.objects.get()
        first, second = vehicle.passages.order_by("seat")
        assert (vehicle.plate.open(), vehicle.people, vehicle.outcome) == ("禾A58K21", 2, "pass")
        assert (second.origin.open(), second.home, second.skips) == ("本省", first.home, {"scan": "child"})
    says = guard.get(answer.url).content.decode()
    assert "放行" in says and 'data-tones="1"' in says and "秦＊" in says and "禾A＊21" in says
    assert "220722199001010015" not in says and "禾A58K21" not in says


def test_a_missing_step_is_asked_for_in_words_and_nothing_is_recorded(gate, guard, page):
    answer = guard.post(page, sent({**DRIVER, "temperature": ""}))
    assert answer.status_code == 422 and "第 1 人：测温还没有做" in answer.content.decode()
    wrong = guard.post(page, sent({**DRIVER, "id_number": "220722199001010016"}))
    assert wrong.status_code == 422
    with everything():
        assert not Vehicle.objects.exists()


def test_what_for_is_asked_of_who_shows_no_entry_code(guard, page):
    answer = guard.post(page, sent(DRIVER, purpose=""))
    assert answer.status_code == 422 and "请选择“来做什么”" in answer.content.decode()


def test_one_person_more_keeps_what_was_typed(guard, page):
    answer = guard.post(page, sent(DRIVER, more="1"))
    says = answer.content.decode()
    assert answer.status_code == 200 and 'name="p-1-temperature"' in says and 'value="220722199001010015"' in says


def test_pressed_twice_is_one_record(guard, page):
    pk = re.search(r'name="id" value="([^"]+)"', guard.get(page).content.decode())[1]
    assert guard.post(page, sent(DRIVER, id=pk)).url == guard.post(page, sent(DRIVER, id=pk)).url
    with everything():
        assert Vehicle.objects.count() == 1


def test_a_known_number_says_a_masked_name_and_whether_he_may_be_out(gate, guard):
    address = reverse("checkpoints:known", args=[gate.post.pk])
    gate.comes(gate.someone(origin="广东深圳"))
    says = guard.post(address, {"number": "220722199001010015"}).content.decode()
    assert "秦＊" in says and "秦朗" not in says and "在管控期" in says
    assert guard.post(address, {"number": "110101199003070000"}).content.decode().strip() == ""


def test_the_short_form_hands_a_stranger_on_to_the_full_one(gate, guard):
    address = reverse("checkpoints:pass_quick", args=[gate.post.pk])
    said = {"direction": "in", "people": "2", "temperature": "36.5", "is_stranger": "yes", "plate": "禾A58K21"}
    assert guard.post(address, said).url == reverse("checkpoints:pass_vehicle", args=[gate.post.pk])
    assert 'value="禾A58K21"' in guard.get(reverse("checkpoints:pass_vehicle", args=[gate.post.pk])).content.decode()
    done = guard.post(address, {**said, "is_stranger": "no"})
    assert "放行" in guard.get(done.url).content.decode()


def test_back_to_a_page_already_sent_records_the_next_car_not_the_first_again(gate, guard, page):
    opened = re.search(r'name="id" value="([^"]+)"', guard.get(page).content.decode())[1]
    first = sent(DRIVER, id=opened)
    assert guard.post(page, first).url == guard.post(page, first).url, "a second press is the same car"
    other = sent({**DRIVER, "name": "林小满", "id_number": "420106198503120011"}, id=opened, plate="禾B00001")
    refused = guard.post(page, other)
    says = refused.content.decode()
    assert refused.status_code == 422 and "内容不同" in says and "林小满" in says
    guard.post(page, {**other, "id": re.search(r'name="id" value="([^"]+)"', says)[1]})
    with everything():
        assert sorted(one.plate.open() for one in Vehicle.objects.all()) == ["禾A58K21", "禾B00001"]


def test_back_to_a_short_form_already_sent_is_the_next_too(gate, guard):
    page = reverse("checkpoints:pass_quick", args=[gate.post.pk])
    opened = re.search(r'name="id" value="([^"]+)"', guard.get(page).content.decode())[1]
    first = {"id": opened, "direction": "in", "people": "2", "temperature": "36.5", "is_stranger": "no"}
    assert guard.post(page, first).url == guard.post(page, first).url
    assert guard.post(page, {**first, "people": "3"}).status_code == 422


def test_who_is_known_by_a_number_can_see_who_asked_and_nobody_asks_without_end(gate, guard, settings):
    known = gate.comes(gate.someone(origin="广东深圳")).checked[0].person_id
    address = reverse("checkpoints:known", args=[gate.post.pk])
    assert "秦＊" in guard.post(address, {"number": DRIVER["id_number"]}).content.decode()
    assert Line.objects.get(verb="checkpoints.know").subject == known
    guard.post(address, {"number": "420106198503120011"})
    assert Line.objects.filter(verb="checkpoints.know").count() == 1, "who is on no record is written nowhere"
    settings.GATE_NUMBERS_AN_HOUR = 2
    says = guard.post(address, {"number": DRIVER["id_number"]}).content.decode()
    assert "已经查满" in says and "秦＊" not in says


def test_a_worker_says_who_came_home_and_no_more(gate, as_of):
    gate.comes(gate.someone(origin="广东深圳"))
    with everything():
        one = Notice.objects.get()
    address = reverse("checkpoints:notice", args=[one.pk])
    worker, cadre = as_of(gate.cast.grid), as_of(gate.cast.cadre)
    worker.post(address, {"miss": "1"})
    assert 'name="give_up"' not in worker.get(address).content.decode() and 'name="give_up"' in cadre.get(address).content.decode()
    for client, state in ((worker, "missing"), (cadre, "gone")):
        client.post(address, {"give_up": "1", "answer": "电话核实已返回深圳"})
        with everything():
            assert Notice.objects.get().state == state


def test_a_pass_read_into_the_number_s_field_is_a_pass(gate, guard, page, as_of):
    with everything():
        [slip] = actions.issue_passes(units=[gate.cast.units["502"]], kind="resident", road="open", by=gate.cast.cadre, at=gate.cast.at)
    guard.post(page, sent({**DRIVER, "id_number": code_of(slip), "origin": ""}))
    with everything():
        assert Passage.objects.get().slip == slip and Passage.objects.get().id_number.open() == ""


def test_on_duty_counting_and_handing_over(gate, guard):
    gate_page = reverse("checkpoints:gate", args=[gate.post.pk])
    tally = reverse("checkpoints:tally", args=[gate.post.pk])
    assert "还没有上岗" in guard.post(tally, {"vehicles": "1"}, follow=True).content.decode()
    guard.post(reverse("checkpoints:open_shift", args=[gate.post.pk]), {"people": "3", "masks": "100"})
    guard.post(tally, {"vehicles": "1"})
    guard.post(tally, {"people": "-2"})
    assert guard.post(tally, {"vehicles": "x"}).status_code == 302
    with everything():
        shift = Shift.objects.get()
        assert sorted(Tally.objects.values_list("vehicles", "people")) == [(0, -2), (1, 0)]
    over = reverse("checkpoints:hand_over_shift", args=[shift.pk])
    assert guard.post(over, {"masks": "90"}).status_code == 422
    assert guard.post(over, {"masks": "90", "why": "漏登一辆"}).url == gate_page
    with everything():
        assert Shift.objects.get().why_different == "漏登一辆"


def test_a_held_person_is_measured_again_or_decided_on_the_page(gate, guard, as_of):
    held = gate.comes(gate.someone(temperature=37.5)).checked[0]
    address = reverse("checkpoints:passage", args=[held.pk])
    says = guard.get(address).content.decode()
    assert "就地留观" in says and "让本人戴好口罩" in says and "37.5" in says
    assert guard.post(address, {"temperature": ""}).status_code == 422
    decide, answer = reverse("checkpoints:decide", args=[held.pk]), {"outcome": "pass", "reason": "unwell"}
    assert guard.post(decide, answer).status_code == 403 and "decide" not in says
    assert as_of(gate.cast.officer).post(decide, answer).status_code == 422
    guard.post(address, {"temperature": "36.6"})
    with everything():
        assert Passage.objects.get(pk=held.pk).state == "passed"


def test_a_guard_sees_no_lists_and_nobody_elses_vehicle(gate, guard, as_of):
    vehicle = gate.comes(by=gate.cast.officer)
    for name in ("posts", "totals", "vehicles", "passages", "shifts", "notices", "passes"):
        assert guard.get(reverse(f"checkpoints:{name}")).status_code == 403, name
    assert guard.get(reverse("checkpoints:vehicle", args=[vehicle.pk])).status_code == 404
    assert as_of(gate.cast.officer).get(reverse("checkpoints:vehicle", args=[vehicle.pk])).status_code == 200


def test_a_guard_of_one_place_sees_no_post_of_another(gate, as_of):
    Assignment.objects.filter(account=gate.cast.post).update(unit=gate.cast.units["梨花沟镇"])
    far = as_of(gate.cast.post)
    assert far.get(reverse("checkpoints:gate", args=[gate.post.pk])).status_code == 404
    assert far.post(reverse("checkpoints:pass_vehicle", args=[gate.post.pk]), sent(DRIVER)).status_code == 404


def test_the_desk_reads_posts_totals_and_lists(gate, as_of):
    gate.comes()
    gate.comes(gate.someone(origin="湖北武汉", home=None, destination="邻县"))
    officer = as_of(gate.cast.officer)
    assert "青禾南收费站" in officer.get(reverse("checkpoints:posts")).content.decode()
    for by in ("post", "day", "hour", "direction", "nonsense"):
        says = officer.get(reverse("checkpoints:totals"), {"by": by, "first": "2020-03-10", "last": "2020-03-10"}).content.decode()
        assert re.search(r"合计</th><td[^>]*>2</td><td[^>]*>2</td><td[^>]*>1</td>", says), by
    assert officer.get(reverse("checkpoints:totals"), {"first": "9999-99-99"}).status_code == 200
    assert "秦＊" in officer.get(reverse("checkpoints:passages")).content.decode()


def test_passes_are_issued_printed_and_revoked_on_the_desk(gate, as_of):
    cadre, unit = as_of(gate.cast.cadre), gate.cast.units["丰禾社区"]
    cadre.post(reverse("checkpoints:issue_passes"), {"unit": unit.pk, "kind": "resident", "road": "closed"})
    with everything():
        assert Pass.objects.count() == 2
        slip = Pass.objects.first()
    sheet = cadre.post(reverse("checkpoints:print_passes"), {"unit": unit.pk})
    assert sheet["Content-Type"] == "application/pdf"
    cadre.post(reverse("checkpoints:revoke_pass", args=[slip.pk]))
    with everything():
        assert Pass.objects.get(pk=slip.pk).revoked_at is not None
    assert cadre.post(reverse("checkpoints:issue_passes"), {"unit": unit.pk, "kind": "vehicle", "road": "open"}).status_code == 422


def test_a_notice_is_answered_where_it_came(gate, as_of):
    gate.comes(gate.someone(origin="广东深圳"))
    with everything():
        notice = Notice.objects.get()
    address = reverse("checkpoints:notice", args=[notice.pk])
    grid = as_of(gate.cast.grid)
    assert "到家登记" in grid.get(address).content.decode() and "秦朗" not in grid.get(address).content.decode()
    grid.post(address, {"arrive": "1"})
    with everything():
        assert Notice.objects.get().state == "arrived"
    assert as_of(gate.cast.far_grid).get(address).status_code == 404
