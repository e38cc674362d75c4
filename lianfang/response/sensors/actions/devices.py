"""Devices: registered with a key that is told once, given another, put away."""
import re
import secrets

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused

from ..models import KINDS, Binding, Device

SERIAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{2,39}")
KEY_BYTES = 32  # as long as the digest that signs


@everything()
def register_device(*, serial, kind, unit, by, at) -> tuple[Device, str]:
    """A device of a unit, and its key in hex, which nobody is told again. Raises Refused for a number that is none, or taken."""
    serial = serial.strip()
    if not SERIAL.fullmatch(serial):
        raise Refused(_("编号要 3 到 40 位，只用字母、数字和 . _ : -，照设备上印的填。"))
    if kind not in KINDS:
        raise Refused(_("请选设备的种类。"))
    key = secrets.token_bytes(KEY_BYTES).hex()
    made = Device(id=uuid7(), serial=serial, kind=kind, unit=unit, key=key, keyed_at=at, registered_by=by, registered_at=at)
    try:
        with transaction.atomic():
            rows.insert([made])
            _tell(made, "register_device", by, at)
    except IntegrityError:
        raise Refused(_("编号 {serial} 已经登记过了，请核对设备上的编号。").format(serial=serial)) from None
    return made, key


@everything()
def renew_key(*, device, by, at) -> str:
    """Another key, told once; the one before holds no longer. Raises Refused while it is at a door: it is taken down first."""
    with transaction.atomic():
        device = _free(device)
        key = secrets.token_bytes(KEY_BYTES).hex()
        device.key, device.keyed_at = key, at
        rows.amend([device], "key", "keyed_at")
        _tell(device, "renew_key", by, at)
    return key


@everything()
def retire_device(*, device, by, at):
    """It is used no longer: its key goes."""
    with transaction.atomic():
        device = _free(device)
        device.key, device.keyed_at, device.retired_at = "", None, at
        rows.amend([device], "key", "keyed_at", "retired_at")
        return _tell(device, "retire_device", by, at)


def _free(device) -> Device:
    """The device as it is now, locked; Refused of one that is at a door or put away."""
    device = Device.objects.select_for_update().get(pk=device.pk)
    if device.retired_at:
        raise Refused(_("这个设备已经停用了。"))
    if Binding.objects.filter(device=device, unbound_at=None).exists():
        raise Refused(_("这个设备还在一户门上，先拆下来。"))
    return device


def _tell(device, verb, by, at):
    told = line_of(device, f"sensors.{verb}", kind="device", by=by, at=at)
    journal.write([told])
    return told
