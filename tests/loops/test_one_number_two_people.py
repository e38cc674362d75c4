"""A number under two names: the one it is not is freed of what the other one did, and the other is decided on himself."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.response.isolation.models import Order
from lianfang.response.screening import actions
from lianfang.response.screening.models import Doubt
from lianfang.response.screening.tests.conftest import ON, book, row


@pytest.fixture(autouse=True)
def _all(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    with everything():
        yield


@pytest.fixture
def bring(cast):
    """Import rows for the county as its duty officer."""
    def brought(*rows):
        return actions.bring_in(content=book(*rows), name="名册.xlsx", kind="returnees", source="community",
                                unit=cast.units["青禾县"], on=ON, by=cast.officer,
                                at=cast.at)

    return brought


def orders():
    return sorted(Order.objects.values_list("person__name", "measure", "state"))


@pytest.fixture
def doubt(bring):
    """周明远 came from another province; 周明选 comes from abroad under his number."""
    bring(row(1, name="周明远", phone="13900000001"))
    assert orders() == [("周明远", "home_quarantine", "issued")]
    bring(row(1, name="周明选", phone="13900000002", origin="俄罗斯", on="2020-03-09"))
    assert orders() == [("周明远", "central_quarantine", "issued"), ("周明远", "home_quarantine", "replaced")]
    return Doubt.objects.get(kind="name_doubt")


def test_not_the_same_person(doubt, cast):
    actions.resolve_name(doubt=doubt, outcome="other", by=cast.township, at=cast.at)
    assert orders() == [("周明远", "central_quarantine", "replaced"), ("周明远", "home_quarantine", "issued"),
                        ("周明远", "home_quarantine", "replaced"), ("周明选", "central_quarantine", "issued")]
    own = Order.objects.get(closed_at=None, measure="home_quarantine")
    assert (own.origin, own.is_from_abroad, own.until_on) == ("长春", False, Order.objects.order_by("serial").first().until_on)
    told = Line.objects.get(verb="screening.resolve_name")
    assert Line.objects.filter(verb="isolation.decide", because=told.pk, subject=own.person_id).count() == 1


@pytest.mark.parametrize("outcome", ["kept", "renamed"])
def test_the_same_person_stays_bound(doubt, cast, outcome):
    actions.resolve_name(doubt=doubt, outcome=outcome, by=cast.township, at=cast.at)
    assert orders()[0][1:] == ("central_quarantine", "issued")
