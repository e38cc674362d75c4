"""A phone and the real server: checks of a house without a signal, kills, lost answers, a wrong clock; each arrives once."""
import io
import os
import signal as signals
import time
from random import Random

import pytest
from PIL import Image

from tools.with_postgres import CARELESS, postgres

from .conftest import put_up
from .phones import Phone
from .signal import Signal
from .test_phone_faults import WRONG_CLOCK

pytestmark = pytest.mark.journey
MORNING = "2020-03-05T09:00"
FILL = """async most => { const {rows, section} = lianfang.carried;
    const open = one => one.action === 'isolation.record_check' && !one.opens && !lianfang.done.has(one.record);
    const due = rows('turns').filter(open).slice(0, most);
    for (const one of due) await lianfang.save({action: one.action, title: one.title, record: one.record, base: one.base,
        form: section('forms')[one.action].version, data: {record: one.record, temperature: '36.5'}});
    return due.length }"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A house of thirty doors, each with somebody under an order since the day before, on the morning of the first check; at rest."""
    with postgres(CARELESS) as address:
        with put_up(tmp_path_factory.mktemp("house"), address) as county:
            assert county.ask("tests.journeys.phones.people_at_home") == 30
            county.move_to(MORNING)
        yield county


@pytest.fixture
def county(house, tmp_path):
    """Another such house for each story."""
    county = house.twin(tmp_path / "home")
    county.open_at(MORNING)
    yield county
    county.close()


@pytest.fixture
def signal(county):
    found = Signal(county.port)
    yield found
    found.close()


@pytest.fixture
def phone(browser, signal, request):
    request.node.walks = [phone := Phone(browser, signal)]
    yield phone
    phone.leave()


def same(phone, county, n):
    """Records on the phone = records on the server, none twice."""
    told, taken = county.ask("tests.journeys.phones.recorded"), phone.ids("taken")
    print(f"on the phone {len(taken)}, receipts {len(told['sent'])}, checks filled {len(told['filled'])}, lines {len(told['lines'])}")
    assert len(taken) == len(told["filled"]) == len(told["sent"]) == n
    assert {one[0] for one in told["sent"]} == set(taken) and {one[1] for one in told["sent"]} == {"taken"}
    assert sorted(told["lines"]) == sorted(told["filled"]) == sorted(one[2] for one in told["sent"])
    return told


def test_a_house_is_checked_offline_through_kills_lost_answers_and_a_wrong_clock(phone, signal, county):
    phone.begin().sees("要办 90", "向阳小区3号楼", "＊")
    phone.page.get_by_text("人名打了星号").click()
    phone.tap("上门联系本人").page.get_by_text("人名打了星号").wait_for(state="detached")
    phone.sees("要办 90").sees_not("＊", "人名打了星号")
    phone.page.evaluate("() => { lianfang.carried.held('names').hides = Date.now(); lianfang.draw(); }")
    phone.sees("＊", "人名打了星号")
    signal.state = "off"
    phone.page.locator(".job a").first.click()
    phone.everybody_can_use_it().sees("体温").tap("加")
    phone.tap("保存")
    phone.sees("已存在本机", "要办 89")
    signal.state = "on"
    assert phone.send() == "done"
    same(phone, county, 1)

    signal.state = "lose"
    assert phone.page.evaluate(FILL, 5) == 5
    assert phone.send() == "away"
    assert phone.counts()["waiting"] == 5
    signal.state = "on"
    assert phone.send() == "done"
    same(phone, county, 6)

    chance, killed = Random(4), 0
    for _ in range(6):
        phone.page.evaluate(FILL, 3)
        phone.page.evaluate("() => { lianfang.sync.sync({waits: true}) }")
        time.sleep(chance.uniform(0, .15))
        os.kill(county.server.pid, signals.SIGKILL)
        county.server.wait()
        killed += 1
        county.open_at(county.at)
        assert phone.send() == "done"
    assert killed == 6
    same(phone, county, 24)

    phone.page.add_init_script(WRONG_CLOCK.replace("OFF", str(-86_400_000)))
    phone.page.reload()
    phone.unlock()
    signal.state = "off"
    assert phone.page.evaluate(FILL, 6) == 6
    signal.state = "on"
    assert phone.send() == "done"
    told = same(phone, county, 30)
    assert [one[3] for one in sorted(told["sent"], key=lambda one: one[3])] == list(range(1, 31))
    assert len({round(one[4] / 3_600_000) for one in told["sent"]}) == 2  # the offset is told of each, and differs by the day
    phone.sees("要办 60")


def test_a_lost_pin_hands_the_rest_to_the_supervisor_and_a_photo_goes_after_its_record(phone, signal, county):
    phone.begin()
    signal.state = "off"
    assert phone.page.evaluate(FILL, 3) == 3
    ids = set(phone.ids())
    phone.page.reload()
    for _ in range(5):
        phone.type_pin("9753")
    phone.sees("输错 5 次", "现在没有信号")
    signal.state = "on"
    phone.tap("再试一次").chooses()
    phone.place("待上报").sees("已密封交上")
    told = county.ask("tests.journeys.phones.recorded")
    assert {one[0] for one in told["sent"]} == ids and {one[1] for one in told["sent"]} == {"held"} and told["filled"] == []
    assert county.ask("tests.journeys.phones.opened_boxes") == ["36.5"] * 3


def test_a_photo_goes_after_its_record(browser, signal, county, request):
    county.ask("tests.journeys.phones.one_more")
    request.node.walks = [cadre := Phone(browser, signal, "cadre")]
    cadre.begin()
    cadre.page.locator(".job a", has_text="送达告知书").first.click()
    cadre.everybody_can_use_it()
    signal.state = "off"
    cadre.page.locator("input[type=file]").set_input_files({"name": "门.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    cadre.sees("照片已存本机").tap("保存")
    cadre.place("待上报").sees("照片待传 1 张")
    signal.state = "on"
    assert cadre.send() == "done"
    cadre.place("待上报").sees("已收").sees_not("照片待传")
    assert county.ask("tests.journeys.phones.photos") == [[True, True]]
    cadre.leave()


def test_a_photo_of_a_lost_pin_opens_at_the_server_alone(browser, signal, county, request):
    county.ask("tests.journeys.phones.one_more")
    request.node.walks = [cadre := Phone(browser, signal, "cadre")]
    cadre.begin()
    cadre.page.locator(".job a", has_text="送达告知书").first.click()
    signal.state = "off"
    cadre.page.locator("input[type=file]").set_input_files({"name": "门.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    cadre.sees("照片已存本机").tap("保存")
    cadre.page.wait_for_selector(".sums")
    cadre.page.reload()
    for _ in range(5):
        cadre.type_pin("9753")
    cadre.sees("现在没有信号")
    signal.state = "on"
    cadre.tap("再试一次").chooses()
    assert cadre.send() == "done" and cadre.counts()["unsent"] == 0
    assert county.ask("tests.journeys.phones.photos") == [[True, False]], "it lies beside its entry until the supervisor has that done"
    cadre.leave()


def picture():
    """A photo as a phone's camera makes it: large, with a place in it that must not leave the phone."""
    image = Image.effect_noise((2400, 1800), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "CANARY-CAMERA"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()
