"""Two people at once, for certain: the second begins while the first has not yet committed. Only PostgreSQL lets two write at a time."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from lianfang.ground.accounts.scope import everything

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def only_on_postgresql():
    """Skip a test where the database has one writer anyway."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")


def the_second(first, second):
    """What `second()` raises or returns that begins while the transaction of `first()` is still open."""
    began, answers = Event(), {}

    def hold():
        with everything(), transaction.atomic():
            first()
            began.set()
            while "second" not in answers and not _somebody_waits():
                began.wait(0.01)
        connection.close()

    def follow():
        with everything():
            try:
                answers["second"] = second()
            except Exception as refused:
                answers["second"] = refused
        connection.close()

    holder = Thread(target=hold)
    holder.start()
    assert began.wait(20), "the first did not get through"
    follower = Thread(target=follow)
    follower.start()
    for thread in (follower, holder):
        thread.join(20)
    return answers.get("second")


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return cursor.fetchone()[0] > 0
