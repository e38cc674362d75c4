"""Whatever has not left the phone stays: a lost PIN, another person, a sign-out, an ended session, an area that is gone; all is counted."""
import pytest

from . import test_phone_offline as alone
from .phones import Phone
from .test_phone_faults import GONE
from .test_phone_offline import arrived

pytestmark = pytest.mark.journey
double, signal, phone = alone.double, alone.signal, alone.phone
WITH_PHOTO = """async n => { const bytes = new Uint8Array(300_000).map((_, at) => at * 7919 % 251);
    await lianfang.save({action: 'isolation.record_check', title: '晨检', record: `record-${n}`, base: 'line-1', form: 'v1',
    data: {record: `record-${n}`, photo: `photo-${n}`}, photos: [{id: `photo-${n}`, type: 'image/jpeg', bytes}]}) }"""
LAID_DOWN = """minutes => { const real = Date.now.bind(Date); const turn = state => {
    Object.defineProperty(document, 'visibilityState', {get: () => state, configurable: true});
    document.dispatchEvent(new Event('visibilitychange')) };
    turn('hidden'); Date.now = () => real() + minutes * 60_000; turn('visible'); Date.now = real }"""


def counted(phone, double):
    """What is on the phone and what has come, printed."""
    counts = phone.counts()
    print(f"unsent {counts['unsent']}, entries {len(double.entries)}, boxes {len(double.boxes)}, photos {len(double.photos)}")
    return counts


def lose_pin(phone):
    phone.page.reload()
    for _ in range(5):
        phone.type_pin("9753")


def test_a_lost_pin_keeps_what_was_set_aside_what_was_boxed_and_every_photo(phone, signal, double):
    double.poison = True
    phone.page.evaluate("""() => lianfang.save({action: 'no.such', title: '坏的', record: 'record-x',
        data: {record: 'record-x', poison: true}})""")
    assert phone.send() == "done" and phone.ids("stuck")
    signal.state, signal.loses = "lose", lambda method, path: "photos" in path
    phone.page.evaluate(WITH_PHOTO, 1)
    assert phone.send() == "away" and len(double.entries) == 1  # the record is there, its photo is not
    signal.state = "off"
    phone.page.evaluate(WITH_PHOTO, 2)
    before = phone.counts()
    lose_pin(phone)
    phone.sees("现在没有信号")
    assert phone.page.evaluate("() => lianfang.outbox.counts()")["unsent"] == before["unsent"] == 4
    signal.state = "on"
    phone.tap("再试一次").chooses()
    phone.place("待上报").sees("已密封交上")
    phone.send()
    assert counted(phone, double)["unsent"] == 0
    assert len(double.boxes) == 2 and set(double.photos) == set(double.photo_boxes) == {"photo-1", "photo-2"}
    assert {len(photo) for photo in double.photos.values()} == {300_000 + 28}  # as it lay on the phone: a nonce before, a tag behind


def test_a_second_lost_pin_before_the_first_signal_keeps_all_boxes(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    lose_pin(phone)
    phone.sees("现在没有信号")
    signal.state, double.is_known = "on", False
    phone.tap("再试一次").chooses()
    double.take_boxes = lambda *_: double.say({"says": "忙"}, 503)
    phone.check(2)
    lose_pin(phone)
    del double.take_boxes
    phone.page.reload()
    phone.chooses()
    phone.send()
    assert counted(phone, double)["unsent"] == 0 and len(double.boxes) == 2


def test_what_one_recorded_never_goes_under_anothers_name(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    phone.page.evaluate(WITH_PHOTO, 2)
    signal.state, double.account = "on", 8
    phone.page.evaluate("() => lianfang.sync.refresh()")
    assert phone.page.evaluate("() => lianfang.me.id") == 8
    phone.check(3)
    assert phone.send() == "done"
    phone.place("待上报").sees("已密封交上", "已收")
    assert counted(phone, double)["unsent"] == 0
    assert len(double.boxes) == 2 and set(double.photo_boxes) == {"photo-2"}
    assert [entry["data"]["record"] for entry in double.entries.values()] == ["record-3"]


def test_handing_over_takes_the_photos_along_and_leaves_only_then(phone, signal, double):
    signal.state = "off"
    phone.page.evaluate(WITH_PHOTO, 1)
    signal.state, double.is_known = "on", False
    signal.loses = lambda method, path: method == "PUT" and "photos" in path
    phone.place("设置").tap("退出登录")
    phone.sees("还有 2 条没上报")
    signal.state = "lose"
    phone.tap("密封交给督查")
    phone.sees("交给督查要有信号")
    assert phone.counts()["unsent"] == 1 and len(double.boxes) == 1
    signal.state = "on"
    phone.tap("再试一次")
    phone.page.wait_for_function(GONE)
    assert set(double.photo_boxes) == {"photo-1"} and len(double.photos["photo-1"]) == 300_028


def test_a_session_that_ended_forgets_nothing_and_asks_for_sign_in(phone, signal, double):
    double.is_signed_in = False
    phone.check(1)
    assert phone.send() == "ended"
    phone.sees("登录过期了", "逾期，先办这")
    phone.page.reload()
    phone.unlock().sees("逾期，先办这")
    assert phone.page.evaluate("() => lianfang.carried.isHere()") and phone.counts()["waiting"] == 1
    double.is_signed_in = True
    assert phone.send() == "done"
    phone.sees_not("登录过期了")
    assert arrived(phone, double) == 1


def test_what_is_recorded_after_the_lists_were_forgotten_bears_its_name(phone, signal, double):
    double.is_signed_in, double.is_revoked = False, True
    assert phone.send() == "forgotten"
    phone.page.reload()
    phone.unlock()
    phone.check(1)
    double.is_signed_in = True
    assert phone.send() == "done" and arrived(phone, double) == 1


def test_an_area_that_is_gone_gives_way_to_ones_own(phone, signal, double):
    phone.place("设置")
    phone.page.locator("label.choice", has_text="丰禾第五网格").click()
    phone.sees("已带上：丰禾第五网格")
    double.areas.pop()
    phone.check(1)
    assert phone.send() == "done"
    phone.sees("现在带的是丰禾第四网格")
    assert phone.page.evaluate("() => [lianfang.carried.rows('units')[0].name, lianfang.me.name]") == ["丰禾第四网格", "何秋生"]
    assert arrived(phone, double) == 1


def test_a_phone_that_was_laid_down_asks_for_the_pin_and_keeps_what_was_typed(phone, signal, double):
    phone.page.locator(".job a").first.click()
    phone.page.locator("textarea").fill("门口有狗")
    phone.page.evaluate(LAID_DOWN, 4)
    phone.sees("体温")
    phone.page.evaluate(LAID_DOWN, 6)
    phone.sees("请输数字密码").sees_not("门口有狗")
    phone.type_pin().sees("体温")
    assert phone.page.locator("textarea").input_value() == "门口有狗"


def test_words_of_a_refusal_lie_sealed(phone, signal, double):
    double.refuses = {"record-0": "canary-2290 已经填过了"}
    phone.check(0)
    phone.send()
    phone.place("待上报").sees("canary-2290")
    text = phone.page.evaluate("""async () => { const {base} = await import('/static/field/kept/store.js');
        const db = await base(); const read = new TextDecoder('latin1');
        return JSON.stringify(await db.getAll('outbox'), (_, value) => value instanceof Uint8Array ? read.decode(value) : value) }""")
    assert "refused" in text and "canary-2290" not in text


def test_a_place_goes_along_only_where_it_is_kept_and_allowed(phone, signal, double):
    def places():
        return [entry.get("place") for entry in double.entries.values()]

    phone.context.grant_permissions(["geolocation"])
    phone.context.set_geolocation({"latitude": 34.9, "longitude": 116.1, "accuracy": 20})
    phone.place("设置").sees_not("记下办的地点")
    double.keeps_place = True
    phone.send()
    phone.place("待办").place("设置").tap_label("记下办的地点")
    phone.place("待办")
    phone.page.locator(".job a").first.click()
    phone.page.wait_for_timeout(300)
    phone.tap("加")
    phone.tap("保存")
    phone.page.wait_for_selector(".sums")
    assert phone.send() == "done" and places() == [{"lat": 34.9, "lon": 116.1, "m": 20}]


def test_a_browser_that_can_wakes_the_phone_when_the_signal_is_back(phone, signal, double):
    phone.page.evaluate("""() => { globalThis.asked = []; ServiceWorkerRegistration.prototype.__defineGetter__('sync',
        () => ({register: async tag => asked.push(tag)})) }""")
    signal.state = "off"
    phone.check(1)
    phone.page.wait_for_function("() => asked.includes('send')")
    signal.state = "on"
    phone.page.evaluate("() => navigator.serviceWorker.dispatchEvent(new MessageEvent('message', {data: 'send'}))")
    phone.page.wait_for_function("() => lianfang.counts.waiting === 0", timeout=30_000)
    assert arrived(phone, double) == 1


def test_a_browser_that_cannot_be_woken_sends_when_it_is_back(phone, signal, double):
    phone.page.evaluate("() => { ServiceWorkerRegistration.prototype.__defineGetter__('sync', () => undefined) }")
    signal.state = "off"
    phone.check(1)
    signal.state = "on"
    phone.page.evaluate("() => dispatchEvent(new Event('online'))")
    phone.page.wait_for_function("() => lianfang.counts.waiting === 0", timeout=30_000)
    assert arrived(phone, double) == 1 and isinstance(phone, Phone)
