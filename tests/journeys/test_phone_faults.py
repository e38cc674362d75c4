"""What happens to phones: a long day offline, lost answers, two tabs, a full store, an update, another area; then all is counted."""
import json

import pytest

from . import test_phone_offline as alone
from .test_phone_offline import arrived
from .walk import PHONE

pytestmark = pytest.mark.journey
double, signal, phone = alone.double, alone.signal, alone.phone

LONG_DAY = """async ([records, photos]) => {
    const canvas = document.createElement('canvas'); canvas.width = canvas.height = 400;
    const pen = canvas.getContext('2d'), every = Math.floor(records / photos), real = Date.now.bind(Date);
    let shift = -8.2 * 3600e3; Date.now = () => real() + shift;
    const {uuid7} = await import('/static/field/kept/ids.js');
    for (let n = 0; n < records; n += 1) {
      shift += 8.2 * 3600e3 / records;
      let photo = null;
      if (n % every === 0 && n / every < photos) {
        for (let y = 0; y < 400; y += 4) for (let x = 0; x < 400; x += 4) {
          pen.fillStyle = `rgb(${(x * 7 + n) % 256},${(y * 13 + x * y) % 256},${(n * 31 + x) % 256})`; pen.fillRect(x, y, 4, 4); }
        const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .9));
        photo = {id: uuid7(), type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer())};
      }
      await lianfang.save({action: 'isolation.record_check', title: '晨检', record: `record-${n}`, base: 'line-1', form: 'v1',
        data: {record: `record-${n}`, temperature: '36.5', ...(photo && {photo: photo.id})}, photos: photo ? [photo] : []});
    }
    Date.now = real;
}"""

GONE = "() => globalThis.lianfang?.screen === 'start' && lianfang.form.step && !lianfang.isSet"
WRONG_CLOCK = """{ const real = Date.now.bind(Date), D = Date; Date.now = () => real() + OFF;
    globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(real() + OFF); } }; }"""


def test_eight_hours_offline_with_500_records_and_40_photos(phone, signal, double):
    signal.state = "off"
    phone.page.evaluate(LONG_DAY, [500, 40])
    counts = phone.counts()
    assert (counts["waiting"], counts["photos"]) == (500, 40)
    phone.page.reload()
    phone.unlock()
    phone.place("待上报").sees("最早的等了 8 小时", "照片待传 40 张")
    signal.state = "on"
    assert phone.send() == "done"
    assert arrived(phone, double, 500) == 500
    assert set(double.batches) == {50}
    named = {entry["data"]["photo"] for entry in double.entries.values() if "photo" in entry["data"]}
    assert named == set(double.photos) and len(named) == 40 and phone.counts()["photos"] == 0
    assert all(bytes(photo[:2]) == b"\xff\xd8" for photo in double.photos.values())


def test_answers_lost_after_the_server_has_taken_them(phone, signal, double):
    signal.state = "off"
    for n in range(30):
        phone.check(n)
    signal.state = "lose"
    assert [phone.send() for _ in range(3)] == ["away"] * 3
    assert signal.lost >= 3 and len(double.entries) == 30 and phone.counts()["waiting"] == 30
    signal.state = "on"
    assert phone.send() == "done"
    assert len(double.deliveries) >= 120
    assert arrived(phone, double, 30) == 30


def test_a_photo_goes_on_where_it_broke_off(phone, signal, double):
    signal.state = "off"
    sent = phone.page.evaluate("""async () => { const bytes = new Uint8Array(900_000).map((_, n) => n * 7919 % 251);
        await lianfang.save({action: 'isolation.record_check', title: '晨检', record: 'record-1',
        data: {record: 'record-1', photo: 'photo-1'}, photos: [{id: 'photo-1', type: 'image/jpeg', bytes}]}); return bytes.length }""")
    assert phone.send() == "away"
    signal.state, signal.loses = "lose", lambda method, path: "offset=262144" in path
    assert phone.send() == "away"
    assert len(double.photos["photo-1"]) == 2 * 262_144
    signal.state = "on"
    assert phone.send() == "done"
    assert bytes(double.photos["photo-1"]) == bytes(n * 7919 % 251 for n in range(sent))


def test_two_tabs_of_one_phone_send_each_record_once(phone, signal, double):
    signal.state = "off"
    for n in range(20):
        phone.check(n)
    other = phone.context.new_page()
    other.goto(f"{phone.site}/field/")
    for digit in "2580":
        other.get_by_role("button", name=digit, exact=True).click()
    other.get_by_role("button", name="下一步").click()
    other.wait_for_selector(".sums")
    other.evaluate("""async () => { for (let n = 20; n < 30; n += 1) await lianfang.save({action: 'isolation.record_check', title: '晨检',
        record: `record-${n}`, data: {record: `record-${n}`}}) }""")
    signal.state = "on"
    states = [page.evaluate_handle("() => lianfang.sync.sync({waits: true})").json_value() for page in (phone.page, other)]
    assert states == ["done", "done"]
    assert arrived(phone, double, 30) == 30
    assert len(double.deliveries) == 30
    assert sorted(entry["seq"] for entry in double.entries.values()) == list(range(1, 31))


def test_a_nearly_full_phone_refuses_photos_before_records_and_never_says_saved_for_nothing(phone, signal, double):
    signal.state = "off"
    phone.page.evaluate("() => { navigator.storage.estimate = async () => ({usage: 85, quota: 100}) }")
    phone.check(1)
    phone.sees("手机存储用了八成多")
    phone.page.evaluate("() => { navigator.storage.estimate = async () => ({usage: 95, quota: 100}) }")
    assert phone.page.evaluate("() => lianfang.takePhoto(new Blob([new Uint8Array(10)])).then(made => made === null)")
    phone.check(2)
    phone.sees("先不收新照片，文字照常能存")
    assert phone.counts()["waiting"] == 2
    phone.page.evaluate("""() => { const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...row) { if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, row) } }""")
    assert phone.check(3) is None
    phone.sees("手机存满了，这条没有存上")
    phone.page.reload()
    phone.unlock()
    assert phone.counts()["waiting"] == 2
    signal.state = "on"
    assert phone.send() == "done"
    assert arrived(phone, double, 2) == 2


def test_an_update_is_taken_while_records_wait(phone, signal, double, small_county):
    signal.state = "off"
    for n in range(5):
        phone.check(n)
    before = phone.page.evaluate("async () => (await caches.keys()).filter(name => /^field-[0-9a-f]/.test(name))")
    signal.state = "on"
    double.is_known = False  # records are not taken meanwhile
    small_county.ask("tests.journeys.phones.new_edition")
    phone.page.evaluate("() => navigator.serviceWorker.getRegistration().then(found => found.update()).then(() => true)")
    phone.sees("有新版本。等着上报的记录不受影响。")
    with phone.page.expect_navigation():
        phone.tap("更新")
    phone.unlock()
    after = phone.page.evaluate("async () => (await caches.keys()).filter(name => /^field-[0-9a-f]/.test(name))")
    assert before != after and len(after) == 1
    assert phone.counts()["waiting"] == 5
    double.is_known = True
    assert phone.send() == "done"
    assert arrived(phone, double, 5) == 5


def test_signing_out_with_records_waiting_is_refused_with_ways_out(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    phone.check(2)
    phone.place("设置").tap("退出登录")
    phone.sees("还有 2 条没上报，现在不能退出。", "三条路").everybody_can_use_it()
    with phone.page.expect_download() as file:
        phone.tap("存成密封文件")
    assert set(phone.ids()) == {box["id"] for box in json.loads(file.value.path().read_text())["boxes"]}
    assert phone.counts()["waiting"] == 2
    signal.state = "on"
    phone.tap("再试一次")
    phone.page.wait_for_function(GONE)
    assert len(double.entries) == 2
    assert phone.page.evaluate("async () => (await indexedDB.databases()).length") <= 1


def test_sealed_and_handed_to_the_supervisor_one_may_leave(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    signal.state, double.is_known = "on", False
    phone.place("设置").tap("退出登录")
    phone.sees("还有 1 条没上报").tap("密封交给督查")
    phone.page.wait_for_function(GONE)
    assert len(double.boxes) == 1 and double.entries == {}


def test_the_area_is_changed_without_a_signal(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    phone.place("设置")
    phone.page.locator("label.choice", has_text="丰禾第五网格").click()
    phone.sees("没有信号：有信号时换过来")
    phone.check(2)
    assert phone.page.evaluate("() => lianfang.carried.rows('units')[0].name") == "丰禾第四网格"
    signal.state = "on"
    assert phone.send() == "done"
    assert phone.page.evaluate("() => lianfang.carried.rows('units')[0].name") == "丰禾第五网格"
    assert phone.page.evaluate("() => [lianfang.me.name, Object.keys(lianfang.carried.section('forms') ?? {}).length]") == ["何秋生", 1]
    assert arrived(phone, double, 2) == 2


def test_a_form_is_changed_without_a_signal(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    double.form = "v2"
    phone.check(2)
    signal.state = "on"
    assert phone.send() == "done"
    assert {entry["form"] for entry in double.entries.values()} == {"v1"}
    assert phone.page.evaluate("() => lianfang.carried.section('forms')['isolation.record_check'].version") == "v2"
    assert arrived(phone, double, 2) == 2


@pytest.mark.parametrize("off", [-86_400_000, 86_400_000])
def test_a_clock_wrong_by_a_day_changes_neither_order_nor_work(phone, signal, double, off):
    phone.page.add_init_script(WRONG_CLOCK.replace("OFF", str(off)))
    phone.page.reload()
    phone.unlock()
    phone.send()
    phone.sees("逾期，先办这")
    signal.state = "off"
    for n in range(3):
        phone.check(n)
    signal.state = "on"
    assert phone.send() == "done"
    assert arrived(phone, double, 3) == 3
    assert abs(phone.page.evaluate("() => lianfang.offset") + off) < 5_000


def test_the_page_is_closed_in_the_middle_of_saving(phone, signal, double, browser):
    signal.state = "off"
    for n in range(6):
        phone.page.evaluate("""n => { lianfang.save({action: 'isolation.record_check', title: '晨检', record: `record-${n}`,
            data: {record: `record-${n}`}}) }""", n)
        phone.page.wait_for_timeout(n * 4)
        phone.page.close()
        phone.page = phone.context.new_page()
        phone.page.goto(f"{phone.site}/field/")
        phone.unlock()
    rows = phone.page.evaluate("() => lianfang.outbox.list()")
    assert all(row["entry"]["data"]["record"] == row["record"] for row in rows)
    assert [row["seq"] for row in rows] == sorted((row["seq"] for row in rows), reverse=True)
    signal.state = "on"
    assert phone.send() == "done"
    assert arrived(phone, double, 0) == len(rows)


def test_it_holds_at_320_points_and_in_large_letters(phone):
    phone.page.set_viewport_size({"width": 320, "height": 640})
    for place in ("待上报", "设置", "待办"):
        phone.place(place)
    phone.place("设置")
    phone.page.locator("label.choice", has_text="大字").click()
    assert PHONE["viewport"]["width"] == 390
    for place in ("待上报", "设置", "待办"):
        phone.place(place)
    phone.place("设置")
    phone.page.locator("label.choice", has_text="English").click()
    phone.sees("Settings", "Large")
    phone.everybody_can_use_it()
