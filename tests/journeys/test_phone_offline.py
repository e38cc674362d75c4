"""The phone alone: what is recorded without a signal stays, in order, through everything, and arrives once."""
from threading import Event

import pytest

from .double import Double
from .phones import Phone
from .signal import Signal

pytestmark = pytest.mark.journey


@pytest.fixture
def double():
    return Double(turns=30)


@pytest.fixture
def signal(small_county, double):
    signal = Signal(small_county.port, double)
    yield signal
    signal.close()


@pytest.fixture
def phone(browser, signal, double, request):
    request.node.walks = [phone := Phone(browser, signal)]
    double.is_signed_in = True
    phone.page.goto("/field/")
    phone.chooses()
    yield phone
    phone.leave()


def arrived(phone, double, at_least=1):
    """All that was recorded on the phone is with the server, each once and in the order of the phone; how many."""
    print(f"on the phone {len(phone.ids())}, arrived {len(double.entries)}, delivered {len(double.deliveries)} times, "
          f"waiting {phone.counts()['waiting']}")
    assert set(phone.ids("taken")) == set(double.entries)
    assert phone.counts()["waiting"] == 0
    in_order = sorted(double.entries.values(), key=lambda entry: entry["order"])
    assert [entry["seq"] for entry in in_order] == sorted(entry["seq"] for entry in in_order)
    assert len(double.entries) >= at_least
    return len(double.entries)


def test_one_turn_is_done_without_a_signal_and_sent_with_it(phone, signal, double):
    phone.sees("逾期，先办这", "向阳小区2号楼", "周甲")
    signal.state = "off"
    phone.page.locator(".job a").first.click()
    phone.everybody_can_use_it().sees("还差 1 项")
    phone.tap("加")
    phone.tap("保存")
    phone.sees("已存在本机", "离线", "1 条", "已办 1")
    assert double.entries == {}
    signal.state = "on"
    phone.place("待上报").tap("立即上报")
    phone.sees("已收", "已全部上报")
    [entry] = double.entries.values()
    assert entry["data"] == {"record": "record-0", "temperature": "36.5"}
    assert (entry["base"], entry["form"], entry["seq"]) == ("line-1", "v1", 1)


def test_what_is_saved_while_lists_are_fetched_is_sent_after_them(phone, signal, double):
    fetched, go_on = Event(), Event()

    def slow(method, path, *more):
        if "/carry" in path:
            fetched.set()
            assert go_on.wait(20)
        return double(method, path, *more)

    signal.double = slow
    phone.check(1)
    assert fetched.wait(20) and len(double.entries) == 1, "the first is sent, and the lists are on their way"
    phone.check(2)
    phone.check(3)
    assert phone.counts()["waiting"] == 2
    go_on.set()
    phone.page.wait_for_function("() => lianfang.counts.waiting === 0")
    assert arrived(phone, double, at_least=3) == 3


def test_it_starts_cold_without_a_signal_and_shows_what_it_carries(phone, signal):
    phone.check(3)
    signal.state = "off"
    phone.page.reload()
    phone.everybody_can_use_it().sees("请输数字密码").unlock().sees("逾期，先办这", "已办")
    assert phone.page.evaluate("() => !document.querySelector('.job') || lianfang.me.name") == "何秋生"


def test_five_wrong_pins_drop_the_lists_and_keep_what_waits_sealed(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    phone.check(2)
    ids = set(phone.ids())
    phone.page.reload()
    for left in (4, 3, 2, 1):
        phone.type_pin("9999").sees(f"还能试 {left} 次")
    phone.type_pin("9999").sees("现在没有信号")
    kept = phone.page.evaluate("""async () => { const {base} = await import('/static/field/kept/store.js'); const db = await base();
        return {carried: await db.count('carried'), lock: await db.get('meta', 'lock'), rows: await db.getAll('outbox')} }""")
    assert kept["carried"] == 0 and kept["lock"] is None
    assert {row["id"] for row in kept["rows"]} == ids and all("body" not in row and row["box"] for row in kept["rows"])
    signal.state = "on"
    phone.tap("再试一次").chooses()
    phone.place("待上报").sees("已密封交上")
    assert set(double.boxes) == ids and double.entries == {}


def test_nothing_on_the_phone_can_be_read_without_the_pin(phone, signal):
    signal.state = "off"
    phone.page.evaluate("""() => lianfang.save({action: 'isolation.record_check', title: '晨检 周甲', record: 'record-1',
        data: {record: 'record-1', note: 'canary-7781'}})""")
    phone.page.reload()
    found = phone.page.evaluate("""async () => { const {base} = await import('/static/field/kept/store.js');
        const db = await base(); let text = '';
        const read = new TextDecoder('latin1');
        for (const store of db.objectStoreNames) for (const row of await db.getAll(store)) {
          text += JSON.stringify(row, (_, value) => value instanceof Uint8Array ? read.decode(value) : value) }
        for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) text += one.url;
        return text }""")
    assert not [canary for canary in ("canary-7781", "周甲", "何秋生", "36.5", "晨检") if canary in found]
    assert "丰禾第四网格" in found  # names of areas are nobody's secret, and the search itself can find something
    assert "/api/" not in found


def test_a_captive_portal_is_no_receipt(phone, signal, double):
    signal.state = "portal"
    phone.check(1)
    assert phone.send() == "strange"
    phone.sees("连上的网络要先认证")
    assert phone.counts()["waiting"] == 1
    signal.state = "on"
    assert phone.send() == "done"
    assert arrived(phone, double) == 1


def test_a_refusal_is_said_in_words_and_can_be_mended(phone, signal, double):
    double.refuses = {"record-0": "这一次已经有人填过了。"}
    phone.check(0)
    phone.check(3)
    phone.send()
    phone.place("待上报").sees("没收下，要您看", "这一次已经有人填过了。", "已收")
    double.refuses = {}
    phone.page.locator("a", has_text="改了再报").click()
    phone.sees("体温", "这一次已经有人填过了。").everybody_can_use_it()
    assert phone.page.locator("input[inputmode=decimal]").input_value() == "36.5"
    phone.tap("保存")
    phone.send()
    phone.sees("已改好另报")
    assert arrived(phone, double) == 2
    [refused] = phone.ids("given_up")
    assert [entry["mends"] for entry in double.entries.values() if "mends" in entry] == [refused]


def test_what_the_server_cannot_read_is_set_aside_and_the_others_pass(phone, signal, double):
    signal.state = "off"
    for n in range(20):
        phone.check(n)
    bad = phone.page.evaluate("""() => lianfang.save({action: 'no.such', title: '坏的', record: 'record-x',
        data: {record: 'record-x', poison: true}})""")
    for n in range(20, 30):
        phone.check(n)
    signal.state, double.poison = "on", True
    assert phone.send() == "done"
    assert set(phone.ids("stuck")) == {bad["id"]}
    assert len(double.entries) == 30 and phone.counts()["waiting"] == 1


def test_silence_of_three_days_puts_the_lists_away_and_keeps_the_outbox(phone, signal, double):
    signal.state = "off"
    phone.check(1)
    phone.page.add_init_script("{ const real = Date.now.bind(Date); Date.now = () => real() + 73 * 3600e3; }")
    phone.page.reload()
    phone.unlock().sees("超过 72 小时没有联网")
    assert phone.page.evaluate("() => lianfang.carried.isHere()") is False and phone.counts()["waiting"] == 1
    signal.state = "on"
    assert phone.send() == "done"
    assert arrived(phone, double) == 1


def test_a_right_that_is_gone_is_forgotten_at_once(phone, signal, double):
    phone.check(1)
    phone.send()
    signal.state = "off"
    phone.check(2)
    signal.state, double.is_signed_in, double.is_revoked = "on", False, True
    assert phone.send() == "forgotten"
    phone.sees("已经停用")
    assert phone.page.evaluate("() => lianfang.carried.isHere()") is False and phone.counts()["waiting"] == 1
    double.is_signed_in = True
    assert phone.send() == "done"
    assert arrived(phone, double) == 2


def test_wechat_is_told_to_open_the_browser(browser, signal, request):
    request.node.walks = [phone := Phone(browser, signal)]
    phone.page.add_init_script("Object.defineProperty(navigator, 'userAgent', {get: () => 'Mozilla/5.0 MicroMessenger/8.0'})")
    phone.page.goto("/field/")
    phone.sees("微信里打开的，存不住")
    phone.everybody_can_use_it()
    phone.leave()
