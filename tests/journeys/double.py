"""A small stand-in for the server's side of the phone: one area, one form, an outbox that remembers; for what only the phone decides."""
import json
import threading
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

FIELDS = [
    {"name": "record", "kind": "id", "required": True, "label": ""},
    {"name": "temperature", "kind": "temperature", "required": True, "label": "体温", "min": 34, "max": 43, "step": "0.1"},
    {"name": "symptoms", "kind": "choices", "required": False, "label": "症状", "options": [["fever", "发热"], ["cough", "咳嗽"]]},
    {"name": "note", "kind": "lines", "required": False, "label": "备注", "longest": 200},
    {"name": "photo", "kind": "photo", "required": False, "label": "照片"},
]
AREAS = [{"id": 4, "name": "丰禾第四网格", "level": "grid", "place": "禾阳街道 丰禾社区"},
         {"id": 5, "name": "丰禾第五网格", "level": "grid", "place": "禾阳街道 丰禾社区"}]
HOUSES = 3
COMMON = {"me", "forms"}  # the same wherever one is


class Double:
    """Answers /api/v1/ and counts; everything else goes on to the real server."""

    def __init__(self, turns=9):
        self.turns, self.entries, self.deliveries, self.photos, self.boxes = turns, {}, [], {}, {}
        self.is_signed_in, self.is_known, self.asked, self.form = False, True, [], "v1"
        self.refuses, self.lock, self.batches, self.poison = {}, threading.Lock(), [], False
        self.account, self.is_revoked, self.areas, self.photo_boxes = 7, False, list(AREAS), {}
        self.point, self.keeps_place = self.a_point(), False

    def __call__(self, method, path, headers, body):
        """An answer to the phone, or None."""
        parts = urlsplit(path)
        if not parts.path.startswith("/api/v1/"):
            return None
        if not self.is_signed_in:
            return self.say({"says": "您的账号或这部手机已经停用。", "mend": "revoked", "forget": True}, 403) if self.is_revoked else \
                self.say({"says": "登录已经结束：请重新登录。", "forget": False}, 401)
        if parts.path.endswith("/sign-out"):
            return self.say({"at": self.now()})
        name, *rest = parts.path.removeprefix("/api/v1/").split("/")
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        with self.lock:
            if name == "photos":
                return self.photo(method, rest[0], int(asked.get("offset", 0)), body or b"", headers.get("Photo-Box"))
            return getattr(self, f"take_{name}")(asked, body)

    def take_outbox(self, asked, body):
        """A receipt for each."""
        sent = json.loads(body)
        if sent["account"] != self.account:
            return self.say({"says": "这些是另一个人记的。", "mend": "boxes", "forget": False}, 403)
        self.batches.append(len(sent["entries"]))
        if not self.is_known:
            return self.say({"says": "服务器忙，请稍后。"}, 503)
        if self.poison and any("poison" in entry["data"] for entry in sent["entries"]):
            return self.say({"says": "这个请求读不懂。", "forget": False}, 422)
        return self.say({"at": self.now(), "receipts": [self.receipt(entry, sent["sent_at"]) for entry in sent["entries"]]})

    def receipt(self, entry, sent_at):
        """The same for the same id."""
        self.deliveries.append(entry["id"])
        says = self.refuses.get(entry["data"].get("record"), "")
        if entry["id"] not in self.entries and not says:
            self.entries[entry["id"]] = entry | {"sent_at": sent_at, "order": len(self.entries)}
        return {"id": entry["id"], "state": "refused" if says else "taken", "says": says, "record": entry["data"].get("record"),
                "number": f"20200318-{entry['id'][-8:].upper()}", "verdict": None}

    def photo(self, method, ident, offset, body, box):
        """As much as has come; with the box of one that comes sealed."""
        if box:
            self.photo_boxes[ident] = box
        have = self.photos.setdefault(ident, bytearray())
        if method == "PUT" and offset == len(have):
            have += body
        return self.say({"have": len(have)})

    def take_boxes(self, asked, body):
        """Kept unread."""
        sent = json.loads(body)["boxes"]
        self.boxes |= {one["id"]: one["box"] for one in sent}
        return self.say({"at": self.now(), "receipts": [{"id": one["id"], "state": "held"} for one in sent]})

    def take_carry(self, asked, body):
        """What an area holds; only what is new."""
        self.asked.append(asked)
        area = next((one for one in self.areas if one["id"] == int(asked.get("area", self.areas[0]["id"]))), None)
        if area is None:
            return self.say({"says": "这里没有，或者不在您的辖区里。"}, 404)
        had = dict(pair.split(":") for pair in asked.get("have", "").split(",") if ":" in pair)
        edition = f"{area['id']}-{self.form}-{len(self.entries)}"
        common = f"{self.account}-{self.form}-{self.keeps_place}"
        found = {name: {"digest": f"{name}-{common if name in COMMON else edition}", "rows": rows}
                 for name, rows in self.sections(area).items()}
        fresh = {name: one for name, one in found.items() if had.get(name) != one["digest"]}
        return self.say({"at": self.now(), "area": area, "areas": self.areas, "sections": fresh})

    def sections(self, area):
        """One grid: three houses, a turn at each door."""
        units = [{"id": area["id"], "parent": None, "level": "grid", "name": area["name"]}]
        units += [{"id": 100 + n, "parent": area["id"], "level": "building", "name": f"向阳小区{n}号楼"} for n in range(1, HOUSES + 1)]
        doors = [{"id": 1000 + n, "parent": 101 + n % HOUSES, "level": "door", "name": f"{n + 1}01"} for n in range(self.turns)]
        fields = [{**one, "label": one["label"] + ("（新）" if self.form == "v2" and one["label"] else "")} for one in FIELDS]
        done = {entry["data"]["record"] for entry in self.entries.values()}
        hours = [-3, 2, 5]
        turns = [{"id": f"turn-{n}", "flow": "check", "state": "due", "record": f"record-{n}", "subject": f"person-{n}", "unit": 1000 + n,
                  "due": self.now(timedelta(hours=hours[n % 3], minutes=n)), "opens": None, "title": "晨检",
                  "action": "isolation.record_check", "base": "line-1"}
                 for n in range(self.turns)]
        people = [{"id": f"person-{n}", "name": f"周{'甲乙丙丁戊己庚辛壬'[n % 9]}", "unit": 1000 + n} for n in range(self.turns)]
        me = {"id": self.account, "name": "何秋生", "box_key": self.point, "mark_key": "a2V5", "offline_minutes": 4320, "hidden_minutes": 5,
              "unsent_minutes": 480, "photo_bytes": 8_000_000, "keeps_place": self.keeps_place}
        return {"me": me, "units": units + doors, "people": people, "turns": [one for one in turns if one["record"] not in done],
                "forms": {"isolation.record_check": {"version": self.form, "title": "健康检查", "fields": fields}}}

    @staticmethod
    def a_point():
        """A public key nobody here holds the other half of."""
        from base64 import b64encode

        from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        public = generate_private_key(SECP256R1()).public_key()
        return b64encode(public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)).decode()

    @staticmethod
    def now(later=timedelta()):
        """The server's clock is the machine's here."""
        return (datetime.now(UTC) + later).isoformat()

    def say(self, what, status=200):
        """JSON, as the API says everything."""
        return status, {"Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store"}, json.dumps(what).encode()
