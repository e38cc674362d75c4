"""Every shipped table against its own examples: one test for all there are, and all there will be."""
import pytest

from .. import names, shipped
from ..checks import check
from ..drafting.mending import sentence


@pytest.mark.parametrize("name", names())
def test_shipped_table_is_right(name):
    found = shipped(name)
    assert found.examples, f"{name} has no examples"
    assert [f"{name}: {sentence(fault)}" for fault in check(found.table, found.examples, labels=found.labels)] == []


@pytest.mark.parametrize("name", names())
def test_no_fact_left_out_ever_passes(name):
    table = shipped(name).table
    for row in table.rows:
        ruling = table.decide({}, on=row.from_on)
        assert ruling.manual_review and set(ruling.missing) == set(table.facts)
