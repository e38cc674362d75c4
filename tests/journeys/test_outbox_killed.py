"""kill -9 in the middle of a sync, a few rounds: records on the phones = receipts = records = journal lines, none twice."""
import pytest

from .outbox_kills import run
from .test_backup import fresh

pytestmark = pytest.mark.journey
ROUNDS, RECORDS = 5, 200


def test_records_sent_are_records_kept_and_none_twice(tmp_path):
    with fresh(tmp_path) as county:
        told = run(county, ROUNDS, RECORDS)
    print(told)
    assert told["kills"] == ROUNDS and told["hung_up"] and told["journal"]
    assert told["sent"] == told["answered"] == told["receipts"] == told["records"] == told["lines"] == RECORDS and told["others"] == 0
