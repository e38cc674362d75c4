"""A record changed past the actions is found, whatever its flow; one that went its way is not."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow.straying import all_strays
from lianfang.response.isolation.actions import serve
from lianfang.response.isolation.models import Check, Order
from tests.samples import make_stage
from tests.samples.isolation import need, order


@pytest.fixture
def stage(db):
    with everything():
        yield make_stage()


def test_what_the_actions_did_is_as_the_journal_has_it(stage):
    serve(orders=[Order.objects.get(pk=stage.of(order))], by=stage.near, at=stage.cast.at)
    assert Check.objects.exists() and all_strays() == {}


def test_a_record_no_line_tells_of(stage):
    stage.of(need)
    assert list(all_strays()) == ["need"]


@pytest.mark.parametrize("change", [{"state": "released"}, {"measure": "central_quarantine"}, {"until_on": "2020-09-09"}])
def test_a_record_changed_by_hand(stage, change):
    pk = stage.of(order)
    Order.objects.filter(pk=pk).update(**change)
    assert all_strays() == {"order": [pk]}


def test_a_days_check_changed_by_hand(stage):
    stage.of(order)
    Check.objects.update(state="lapsed")
    assert list(all_strays()) == ["check"]
