"""A device at somebody's door, whose word is signed as a device signs it."""
import json
from datetime import timedelta
from itertools import count

import time_machine
from django.test import Client

from lianfang.response.sensors import actions
from lianfang.response.sensors.models import Alert, Binding
from lianfang.response.sensors.reading import signed
from tests.samples import Stage
from tests.samples.sensors import kept, running

HOOK = "/sensors/v1/events"


class Door:
    """What happens at one door."""

    def __init__(self, cast):
        self.cast, self.numbers = cast, count(1)
        stage = Stage(cast)
        self.order = running(stage, "演练甲", "502")
        self.device, self.key = kept(stage, "QH-0009")
        self.bound_at = cast.at + timedelta(hours=3)  # well after the order was handed over, which counts as a visit

    def bind(self, **more):
        told = {"basis": "agreed", "has_consent": True, "told": "face", "by": self.cast.cadre, "at": self.bound_at, **more}
        return actions.bind_device(device=self.device, order=self.order.pk, **told)

    def later(self, minutes):
        return self.bound_at + timedelta(minutes=minutes)

    def says(self, *kinds, at=10, body=None, key=None, stamp=None, nonce=None, serial=None, on=None, **more):
        """The answer to one signed word, `at` so many minutes after it was put up; `on`: about another minute."""
        moment = self.later(at)
        told = [{"kind": kind, "at": self.later(at if on is None else on).isoformat(), **more} for kind in kinds]
        body = json.dumps({"events": told}).encode() if body is None else body
        stamp, nonce = stamp or f"{int(moment.timestamp())}", nonce or f"{next(self.numbers):016d}"
        heads = {"X-Device-Serial": serial or self.device.serial, "X-Device-Time": stamp, "X-Device-Nonce": nonce,
                 "X-Device-Signature": signed(key or self.key, stamp, nonce, body)}
        with time_machine.travel(moment, tick=False):
            return Client(headers=heads, enforce_csrf_checks=True).post(HOOK, body, content_type="application/json")

    @property
    def binding(self):
        return Binding.objects.get(order=self.order.pk)

    def alert(self, kind="opened"):
        return Alert.objects.get(kind=kind, closed_at=None)
