"""kill -9 in the middle of a sync, a few rounds: records on the phones = receipts = records = journal lines, none twice."""
import time
from random import Random

import pytest

from .outbox_kills import Sync, counted, hang_up, kill, put_up, run, serve
from .test_backup import fresh

pytestmark = pytest.mark.journey
ROUNDS, RECORDS, GONE = 3, 200, 1000


def test_records_sent_are_records_kept_and_none_twice(tmp_path):
    with fresh(tmp_path) as county:
        told = run(county, ROUNDS, RECORDS)
    print(told)
    assert told["kills"] == ROUNDS and told["hung_up"] and told["journal"]
    assert told["sent"] == told["answered"] == told["receipts"] == told["records"] == told["lines"] == RECORDS and told["others"] == 0


def test_a_thousand_who_hang_up_in_the_middle_of_a_post_leave_the_server_as_it_was(tmp_path):
    with fresh(tmp_path) as county:
        session, entries = put_up(county, 40)
        server = serve(county)
        try:
            first = Sync(county, session, entries[:20], Random(1))
            first.run()
            hang_up(county, session, entries[20:], GONE)
            begun, after = time.monotonic(), Sync(county, session, entries[20:], Random(2))
            after.run()
            took = time.monotonic() - begun
        finally:
            kill(server)
        told = counted(county)
    print({**told, "gone": GONE, "seconds": round(took, 2)})
    assert told == {"receipts": 40, "others": 0, "records": 40, "lines": 40} and took < 30
