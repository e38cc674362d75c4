"""The phone's plain modules, run by Node: ids, times, what is missing in a form, pauses, PINs, and boxes that only the server opens."""
import base64
import hmac
import json
import re
import subprocess
from datetime import date, datetime, timedelta
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from lianfang.ground.outbox.xlsform import form_of
from lianfang.registers.people.typed import identity
from tools.npm import node

from .test_words import APP

FIELDS = [{"name": "temperature", "kind": "temperature", "required": True, "label": "体温", "min": 34, "max": 43},
          {"name": "heads", "kind": "number", "required": False, "label": "人数", "whole": True},
          {"name": "outcome", "kind": "choice", "required": True, "label": "结果"},
          {"name": "people", "kind": "several", "required": False, "label": "同行", "fields": [
              {"name": "name", "kind": "text", "required": True, "label": "姓名", "longest": 3}]}]


def run(module, script, zone="Asia/Shanghai"):
    """What a script answers with the names of a module at hand."""
    text = f"const m = await import('{APP}/{module}');\nconsole.log(JSON.stringify(await (async () => {{ {script} }})()));"
    done = subprocess.run([node(), "--input-type=module", "-e", text], capture_output=True, text=True, env={"TZ": zone, "PATH": ""})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_ids_are_of_version_7_never_twice_and_in_order():
    made = run("kept/ids.js", "return Array.from({length: 9000}, () => m.uuid7())")
    assert len(set(made)) == 9000 and made == sorted(made)
    assert {(UUID(one).version, UUID(one).variant) for one in made} == {(7, "specified in RFC 4122")}


def test_ids_keep_their_order_when_the_clock_is_set_back():
    made = run("kept/ids.js", "return [m.uuid7(2000000), m.uuid7(1000000), m.uuid7(2000001)]")
    assert made == sorted(made)


def test_a_moment_says_the_zone_of_the_phone():
    at = 1_584_527_467_250
    for zone, hours in (("Asia/Shanghai", 8), ("America/St_Johns", -2.5), ("UTC", 0)):
        said = run("kept/ids.js", f"return m.moment(new Date({at}))", zone)
        assert re.fullmatch(r"2020-03-18T\d\d:\d\d:07\.250[+-]\d\d:\d\d", said)
        read = datetime.fromisoformat(said)
        assert round(read.timestamp() * 1000) == at and read.utcoffset() == timedelta(hours=hours)


def test_what_is_missing_or_out_of_bounds_is_said_by_field():
    def said(data):
        return run("parts/filled.js", f"return m.faults({json.dumps(FIELDS)}, {json.dumps(data)})")

    assert said({}) == {"temperature": "请填写“体温”。", "outcome": "请选择“结果”。"}
    assert said({"temperature": "36.5", "outcome": "a", "heads": "0"}) == {}
    assert said({"temperature": "47", "outcome": "a"}) == {"temperature": "要在 34 到 43 之间。"}
    assert said({"temperature": "36", "outcome": "a", "heads": "1.5"}) == {"heads": "这里只能填数字。"}
    assert said({"temperature": "36.5", "outcome": "a", "people": [{"name": "周"}, {"name": "周建明们"}]}) == {"people": "有一项没填完。"}


def test_three_digits_are_a_temperature():
    assert run("parts/filled.js", "return ['365', '36.5', '36', '36。5'].map(m.pointed)") == ["36.5", "36.5", "36", "36.5"]


def test_pauses_double_spread_and_end_at_five_minutes():
    assert run("wire/pause.js", "return [1, 2, 3].map(n => m.pause(n, 1))") == [10_000, 20_000, 40_000]
    assert run("wire/pause.js", "return [m.pause(1, 0), m.pause(50, 0), m.pause(50, 1)]") == [5_000, 150_000, 300_000]


def test_a_pin_is_four_to_eight_digits_and_no_row():
    tried = ["2580", "13579024", "1111", "1234", "87654321", "258", "123456789", "25a0"]
    fit = run("kept/digits.js", f"return {tried}.map(m.isFit)")
    assert fit == [True, True, False, False, False, False, False, False]


def test_ages_are_said_as_people_do():
    assert run("parts/ages.js", "return [0, 12, 200, 4000].map(n => m.age(n * 60000))") == ["刚刚", "12 分钟", "3 小时", "2 天"]
    turn = {"due": "2020-03-18T10:00:00+08:00", "opens": None}
    at = "Date.parse('2020-03-18T{}:00+08:00')"
    assert run("parts/ages.js", f"return m.due({json.dumps(turn)}, {at.format('09:00')})") == {"tone": "today", "word": "10:00 前"}
    assert run("parts/ages.js", f"return m.due({json.dumps(turn)}, {at.format('13:05')})") == {"tone": "late", "word": "逾期 3 小时"}


def test_a_box_opens_with_the_servers_key_alone_and_only_under_its_id():
    private = ec.generate_private_key(ec.SECP256R1())
    point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    person = json.dumps({"box_key": base64.b64encode(point).decode(), "mark_key": base64.b64encode(b"his own").decode()})
    script = f"return m.toBase64(await m.box({person}, {{id: 'x', note: '体温 36.5'}}, 'x'))"
    box = base64.b64decode(run("kept/sealing.js", script))
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), box[:65])
    key = HKDF(SHA256(), 32, salt=None, info=b"lianfang-box").derive(private.exchange(ec.ECDH(), theirs))
    whole = json.loads(AESGCM(key).decrypt(box[65:77], box[77:], b"x"))
    assert json.loads(whole["said"]) == {"id": "x", "note": "体温 36.5"}
    assert base64.b64decode(whole["mark"]) == hmac.digest(b"his own", whole["said"].encode(), "sha256")


def test_from_where_on_a_figure_is_hot_stands_in_the_gates_table():
    spans = [], [[None, 34, False, True], [43, None, True, False]], [[37.8, None, False, False]], [[None, 37.8, False, True]]
    rows = [{"if": {}}, *({"if": {"temperature": {"spans": some}}} for some in spans)]
    assert run("parts/heat.js", f"return [m.feverOf({{rows: {json.dumps(rows)}}}), m.feverOf(undefined)]") == [37.8, None]


def test_what_is_sealed_opens_only_in_its_place():
    script = """const key = await m.aesKey(m.random(32)); const sealed = await m.seal(key, {a: 1}, 'one');
        return [await m.open(key, sealed, 'one'), await m.open(key, sealed, 'two').catch(fault => fault.name)]"""
    assert run("kept/sealing.js", script) == [{"a": 1}, "OperationError"]


def test_numbers_and_phones_are_held_to_what_the_server_holds_them_to():
    tried = ["220722198103120042", "220722198103120043", "220722810312004", "22072219810312004", "E1234567", "2207", ""]
    said = run("parts/papers.js", f"return {tried}.map(one => m.numberFault(one, '2020-03-10'))")
    kinds = ["" if sum(map(str.isdigit, one)) > 9 else "passport" for one in tried]
    served = [bool(identity.read(one, kind, on=date(2020, 3, 10)).fault) for one, kind in zip(tried, kinds, strict=True)]
    assert [bool(one) for one in said] == served and said[1:4] == ["number_check", "", "number_length"]
    assert run("parts/papers.js", "return m.numberFault('220722198103120042', '1980-01-01')") == "number_birth"
    assert run("parts/papers.js", "return ['13800005678', '+86 138 0000 5678', '1380000567', ''].map(m.phoneFault)") == [
        "", "", "phone_length", ""]


def test_a_tube_counts_places_swabs_and_seconds():
    tube = {"session": "s", "code": "77", "places": 3, "reason": "voluntary", "opened": 1_000, "people": [
        {"id": "b", "position": 3, "name": "高望北", "phone": "13800005678", "taken": 61_000, "reason": ""},
        {"id": "a", "position": 1, "id_number": " 220722198103120042", "name": "周小满", "taken": 31_000}]}
    told = json.dumps(tube)
    assert run("parts/tube.js", f"return [m.nextPlace({told}), m.nextPlace({{places: 1, people: [{{position: 1}}]}})]") == [2, 0]
    assert run("parts/tube.js", f"return ['1', '3', '', '2'].map(n => m.sealFault({told}, n).length > 0)") == [True, True, True, False]
    data = run("parts/tube.js", f"return m.dataOf({told}, 91000, '2')")
    assert (data["ago"], data["count"], [one["position"] for one in data["people"]]) == (90, 2, [1, 3])
    assert data["people"][0] == {"position": 1, "ago": 60, "id_number": "220722198103120042", "name": "周小满"}
    refused = {"id": "x", "says": "no", "entry": {"at": "1970-01-01T08:01:31+08:00", "data": data}}
    again = run("parts/tube.js", f"return m.reopened({json.dumps(refused)}, 'y')")
    assert (again["opened"], [one["taken"] for one in again["people"]], again["mends"]) == (1_000, [31_000, 61_000], "x")


def test_who_must_be_single_is_known_and_a_table_that_is_not_there_pools_nobody():
    rules = json.dumps({"voluntary": {"tube": "pool", "sizes": [10, 1, 5, 20]}, "contact": {"tube": "single", "sizes": [1]}})
    asked = f"return ['voluntary', 'contact', 'group'].map(one => [m.isSingle({rules}, one), m.usualSize({rules}, one)])"
    said = run("parts/tube.js", asked)
    assert said == [[False, 10], [True, 1], [True, 0]]


def test_nobody_is_registered_nameless_or_twice():
    others = json.dumps([{"id": "a", "id_number": "220722198103120042", "name": "周小满", "position": 4, "code": "77"}])
    tried = [{"name": "高望北"}, {"id_number": "220722198103120042"}, {"name": "周小满", "id_number": "220722198103120042"},
             {"name": "高望北", "phone": "13800005678"}, {"booking": "B1AB-CDEF-GH"}]
    said = run("parts/tube.js", f"return {json.dumps(tried)}.map(one => Object.keys(m.wrongs(one, {others}, '2020-03-10')))")
    assert said == [["id_number"], ["name"], ["id_number"], [], []]
    found = run("parts/tube.js", "return ['b1ab-cdef-gh', 'B1234567', ' 220722198103120042 '].map(m.scanned)")
    assert found == [{"booking": "B1AB-CDEF-GH"}, {"id_number": "B1234567"}, {"id_number": "220722198103120042"}]
    assert run("parts/tube.js", "return ['７7a 1-', '77', '管1234'].map(m.codeOf)") == ["77A1-", "", ""]


def test_a_phone_without_a_signal_knows_what_orders_shut():
    order = {"number": "5号", "from": "2020-03-09T01:00:00Z", "until": "2020-03-14T01:00:00Z", "spared": ["emergency"],
             "areas": [[7, "丰禾社区"]], "open": [9], "let": [{"until": "2020-03-12T01:00:00Z", "plate": "禾C88K66"},
                                                              {"until": "2020-03-12T01:00:00Z", "unit": 8}]}
    places = [["禾阳街道", [1, 3], "township"], ["丰禾社区", [1, 3, 7], "village"], ["新村", [1, 3, 7, 8], "compound"],
              ["新村", [1, 4], "village"], ["丰禾社区", [2, 5], "village"]]
    car, lorry = {"purpose": "supplies", "plate": "禾B12345"}, {"purpose": "supplies", "plate": "禾c·88 k66"}
    asked = [({"around": [1, 3, 7]}, car, {}), ({"around": [1, 3, 7]}, {"purpose": "emergency"}, {}), ({"around": [1, 3, 7]}, lorry, {}),
             ({"around": [1, 3, 7, 9]}, car, {}), ({"around": [1, 3, 7, 8]}, car, {}),
             ({"around": [1]}, car, {"goes": "here", "destination": "禾阳街道丰禾社区3号楼"}),
             ({"around": [1]}, car, {"goes": "here", "destination": "新村"}),
             ({"around": [1]}, car, {"goes": "here", "destination": "禾阳街道新村"}),
             ({"around": [1]}, car, {"goes": "elsewhere", "destination": "丰禾社区"}),
             ({"around": [1]}, car, {"destination": "丰禾社区"}), ({"around": [1], "at_home": True}, car, {"destination": "丰禾社区"})]
    script = f"""const shut = {{orders: [{json.dumps(order)}], places: {json.dumps(places)}}};
      const asked = {json.dumps(asked)}, days = [8, 10, 13, 15].map(day => Date.parse(`2020-03-${{String(day).padStart(2, 0)}}T01:00:00Z`));
      return days.map(now => asked.map(([post, car, one]) => m.shutBy(shut, post, car, one, now)?.number ?? ''));"""
    before, during, later, after = run("parts/shut.js", script)
    assert set(before) == set(after) == {""}, "an order that the phone carries begins and ends by itself"
    assert during == ["5号", "", "", "", "", "5号", "", "", "", "", "5号"]
    assert later == ["5号", "", "5号", "", "5号", "5号", "", "5号", "", "", "5号"], "and so does what it lets through"


QUESTIONS = [{"name": "guards", "kind": "number", "required": True, "label": "几个人", "whole": True},
             {"name": "why", "kind": "text", "required": True, "label": "为什么", "when": ["guards", "0"]},
             {"name": "more", "kind": "text", "required": True, "label": "还有", "when": ["why", "别的"]},
             {"name": "kit", "kind": "choices", "required": False, "label": "物资", "options": [["heat", "体温计"], ["mask", "口罩"]]},
             {"name": "heat", "kind": "text", "required": True, "label": "体温计", "when": ["kit", "heat"]},
             {"name": "wall", "kind": "tick", "required": True, "label": "上墙"},
             {"name": "since", "kind": "day", "required": False, "label": "哪天", "when": ["wall", "OK"]}]


def test_a_question_is_asked_on_the_phone_where_the_server_asks_it():
    words = {"label": {"zh": "问", "en": ""}, "help": {"zh": "", "en": ""}}
    tried = [{"guards": "0", "why": "别的", "more": "换班", "kit": ["heat"], "heat": "坏了", "wall": True, "since": "2020-03-10"},
             {"guards": "00", "why": "别的", "more": "换班"},
             {"guards": "2", "why": "别的", "more": "换班", "kit": ["mask"], "heat": "坏了"},
             {"guards": "", "why": "别的", "wall": False, "since": "2020-03-10"}]
    told = run("parts/filled.js", f"return {json.dumps(tried)}.map(one => {{ const fields = m.asked({json.dumps(QUESTIONS)}, one); "
                                  "return [m.filledOf(fields, one), Object.keys(m.faults(fields, one))]; })")
    for answers, (kept, missing) in zip(tried, told, strict=True):
        form = form_of({"fields": [field | words | {"options": [[code, words["label"]] for code, _word in field.get("options", [])]}
                                   for field in QUESTIONS]})(answers)
        assert set(form.errors) == set(missing), answers
        assert set(form.cleaned_data) == set(kept) - {"wall"} | ({"wall"} if answers.get("wall") else set()), answers
    assert [missing for _kept, missing in told] == [[], ["wall"], ["wall"], ["guards", "wall"]]


def test_a_visit_on_the_wire_says_only_what_was_asked_and_answered():
    fields = [{"name": "record", "kind": "id", "required": True}, {"name": "answers", "kind": "answers"},
              {"name": "problems", "kind": "several", "required": False, "label": "问题", "fields": [
                  {"name": "words", "kind": "lines", "required": True, "label": "什么问题"}, {"name": "photo", "kind": "photo"}]},
              {"name": "people", "kind": "number", "required": True, "label": "几个人", "whole": True, "min": 1, "max": 99},
              {"name": "note", "kind": "lines", "required": False, "label": "情况"}]
    draft = {"id": "d", "visit": {"id": "v"}, "lists": [{"id": "c", "code": "gate", "fields": QUESTIONS}], "said": {"note": ""},
             "answers": {"c": {"guards": "3", "why": "别的", "wall": True}}}
    told = json.dumps(draft)
    assert run("parts/visits.js", f"return m.dataOf({told}, {json.dumps(fields)})") == {
        "record": "v", "answers": {"c": {"guards": "3", "wall": True}}, "problems": []}
    wrong = run("parts/visits.js", f"return m.wrongs({told}, {json.dumps(fields)})")
    assert wrong == {"lists": {}, "problems": {}, "end": {"people": "请填写“几个人”。"}}
    added = json.dumps(draft | {"answers": {}, "said": {"adds": True, "problems": [{"words": "没有台账", "photo": ""}]}})
    assert run("parts/visits.js", f"return m.wrongs({added}, {json.dumps(fields)})") == {"lists": {}, "problems": {}, "end": {}}
    assert run("parts/visits.js", f"return m.dataOf({added}, {json.dumps(fields)}).problems") == [{"words": "没有台账"}]
