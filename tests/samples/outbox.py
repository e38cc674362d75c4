"""A check that a phone filled when somebody else had filled it already, one that was in a box, and a photo."""
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.models import Conflict, Photo, Sent

from . import isolation, sample


@sample("outbox/conflicts/<uuid:pk>")
def conflict(stage):
    return _put(stage, is_boxed=False)


@sample("outbox/boxed/<uuid:pk>")
def boxed(stage):
    return _put(stage, is_boxed=True)


@sample("api/v1/photos/<photo>")
def photo(stage):
    return Photo.objects.create(id=uuid7(), account=stage.near, unit=stage.unit, subject=stage.of(isolation.person),
                                record=stage.of(isolation.check), made_at=stage.cast.at).pk


@sample("photos/<uuid:pk>")
def photos(stage):
    photo(stage)
    return stage.of(isolation.check)


def _put(stage, is_boxed):
    at = stage.cast.at
    sent = Sent.objects.create(id=uuid7(), account=stage.cast.grid, action="isolation.record_check", seq=1, at=at, phone_at=at, offset_ms=0,
                               received_at=at, digest="0" * 32, state="conflict", record=stage.of(isolation.check), unit=stage.unit,
                               subject=stage.of(isolation.person), content='{"temperature": 37.8, "symptoms": ["cough"]}')
    return Conflict.objects.create(sent=sent, policy="keep", is_boxed=is_boxed, kind=sent.action, record=sent.record, subject=sent.subject,
                                   unit=stage.unit, opened_at=at).pk
