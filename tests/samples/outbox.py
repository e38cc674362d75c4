"""A check that a phone filled when somebody else had filled it already."""
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.models import Conflict, Sent

from . import isolation, sample


@sample("outbox/conflicts/<uuid:pk>")
def conflict(stage):
    at = stage.cast.at
    sent = Sent.objects.create(id=uuid7(), account=stage.cast.grid, action="isolation.record_check", seq=1, at=at, phone_at=at, offset_ms=0,
                               received_at=at, digest="0" * 32, state="conflict", record=stage.of(isolation.check), unit=stage.unit,
                               subject=stage.of(isolation.person), content='{"temperature": 37.8, "symptoms": ["cough"]}')
    return Conflict.objects.create(sent=sent, policy="keep", kind=sent.action, record=sent.record, subject=sent.subject, unit=stage.unit,
                                   opened_at=at).pk
