"""Who is found again, under a stricter row, while his order is offered to another village: the offer ends, the import goes on."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.response.isolation.actions import hand_over
from lianfang.response.isolation.models import Handover, Order
from lianfang.response.screening import actions
from lianfang.response.screening.tests.conftest import ON, book, row


@pytest.fixture(autouse=True)
def _all(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    with everything():
        yield


def bring(cast, *rows):
    unit = cast.units["青禾县"]
    return actions.bring_in(content=book(*rows), name="名册.xlsx", kind="returnees", source="community",
                            unit=unit, on=ON, by=cast.officer, at=cast.at)


def test_an_offered_order_is_replaced_by_a_later_roster(cast):
    bring(cast, row(1, name="周明远", phone="13900000001"))
    order = Order.objects.get()
    hand_over(order=order, unit=cast.units["梨花沟村"], reason="回村", by=cast.cadre, at=cast.at)
    bring(cast, row(1, name="周明远", phone="13900000001", origin="俄罗斯", on="2020-03-09"))
    assert list(Order.objects.order_by("serial").values_list("measure", "state")) == [
        ("home_quarantine", "replaced"),
        ("central_quarantine", "issued"),
    ]
    assert Handover.objects.get().state == "returned"
    told = {line.verb: line for line in Line.objects.filter(verb__in=["isolation.replace", "isolation.send_back"])}
    assert len(told) == 2
