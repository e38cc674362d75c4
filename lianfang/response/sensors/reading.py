"""What a device sends: signed by its key, stamped with its time, a short list of events in JSON; whatever else is in it is refused."""
import hashlib
import hmac
import json
import re
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from .actions import Told
from .models import EVENTS, Device

MOST_BYTES = 8192  # some fifty events; no picture fits
STAMP, NONCE, SIGNATURE = re.compile(r"\d{10}"), re.compile(r"[A-Za-z0-9_-]{16,64}"), re.compile(r"[0-9a-f]{64}")
NOBODYS = "0" * 64  # a stranger's signature is looked at as long as anybody's
ASKED = {"kind", "at"}
TAKEN = {*ASKED, "battery"}


class Malformed(Exception):
    """What is wrong, where, and how to mend it: told only to whoever holds the key."""


def signed(key: str, stamp: str, nonce: str, body: bytes) -> str:
    """The signature: HMAC-SHA256 with the device's key (hex) over the stamp, the number and the body, a line each."""
    return hmac.new(bytes.fromhex(key), f"{stamp}\n{nonce}\n".encode() + body, hashlib.sha256).hexdigest()


def signer(headers, body: bytes, skew: timedelta, at) -> Device | None:
    """The device that signed this now; None of anything else, without saying why."""
    serial, stamp, nonce, signature = (headers.get(f"X-Device-{one}", "") for one in ("Serial", "Time", "Nonce", "Signature"))
    if not (STAMP.fullmatch(stamp) and NONCE.fullmatch(nonce) and SIGNATURE.fullmatch(signature)):
        return None
    device = Device._base_manager.filter(serial=serial, retired_at=None, keyed_at__isnull=False).first()
    key = device.key.open() if device else NOBODYS
    is_right = hmac.compare_digest(signed(key, stamp, nonce, body), signature)
    is_fresh = abs(at.timestamp() - int(stamp)) <= skew.total_seconds()
    return device if device and is_right and is_fresh else None


def events_in(body: bytes, most: int, skew: timedelta, at) -> list[Told]:
    """The events of a body; raises Malformed for what is no such list, or carries anything else: a picture, a name, an unknown field."""
    try:
        said = json.loads(body.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Malformed(_("内容不是 JSON（UTF-8），或者同一个字段写了两次。")) from None
    if not isinstance(said, dict) or set(said) != {"events"} or not isinstance(said["events"], list):
        raise Malformed(_("只收一个字段 events，里面是事件的列表；图片、声音、姓名都不收。"))
    if not 0 < len(said["events"]) <= most:
        raise Malformed(_("events 要有 1 到 {most} 条。").format(most=most))
    return [_event(n, one, skew, at) for n, one in enumerate(said["events"])]


def _once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field twice")
    return found


def _event(n, said, skew, at) -> Told:
    where = f"events[{n}]"
    if not isinstance(said, dict) or not set(said) >= ASKED or not set(said) <= TAKEN:
        raise Malformed(_("{where}：每条要有 kind 和 at，可以有 battery；别的字段都不收。").format(where=where))
    kind, battery = said["kind"], said.get("battery")
    if not isinstance(kind, str) or kind not in EVENTS:
        raise Malformed(_("{where}.kind：只收 {kinds}。").format(where=where, kinds="、".join(EVENTS)))
    if battery is not None and not (type(battery) is int and 0 <= battery <= 100):
        raise Malformed(_("{where}.battery：填 0 到 100 的整数。").format(where=where))
    try:
        moment = datetime.fromisoformat(said["at"])
    except (TypeError, ValueError):
        moment = None
    if moment is None or moment.utcoffset() is None:
        raise Malformed(_("{where}.at：填带时区的时间，例如 2026-03-10T09:00:00+08:00。").format(where=where))
    if moment > at + skew:
        raise Malformed(_("{where}.at：时间还没到，请校准设备的时钟。").format(where=where))
    return Told(kind, moment, battery)
