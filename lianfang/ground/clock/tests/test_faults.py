"""What a database says of the rows it refuses goes into no log and no table."""
import datetime
import io
import logging

import pytest
from django.conf import settings
from django.db import connection, transaction

from lianfang.ground import faults, rows
from lianfang.ground.units.models import Unit

from .. import actions, schedule
from ..models import Run
from .test_run_due import NOON

SECRETS = ("周建明", "22072219890101123X", "13800001234")
DAY = datetime.date(2020, 1, 1)


def unit(n, **changed):
    """A unit whose fields hold what must not be told."""
    given = {"id": 900 + n, "path": f"/{900 + n}/", "level": "county", "name": SECRETS[0], "code": SECRETS[1], "from_on": DAY}
    return rows.fresh(Unit, **{**given, **changed})


FAULTS = {
    "doubled": lambda: rows.insert([unit(1), unit(2, path="/901/")]),
    "doubled in a copy": lambda: rows.insert([unit(n, path=f"/{SECRETS[2]}/") for n in range(6)]),
    "too long in a copy": lambda: rows.insert([unit(n, name="\n".join(SECRETS) * 9) for n in range(6)]),
    "no such level": lambda: rows.insert([unit(1, level=None)]),
    "no number": lambda: Unit.objects.raw("SELECT CAST(%s AS integer) AS id FROM units_nowhere", [SECRETS[2]])[0],
    "no date": lambda: connection.cursor().execute("SELECT CAST(%s AS date)", [SECRETS[0]]),
}
POSTGRESQL_S_OWN = ("too long in a copy", "no number", "no date")


@pytest.fixture
def ran(monkeypatch, db):
    """A job that fails that way; gives what is kept of it and what the console's handler writes."""
    monkeypatch.setattr(schedule, "JOBS", {})
    monkeypatch.setattr(actions, "JOBS", schedule.JOBS)
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logging.Formatter("{message}", style="{"))
    handler.addFilter(faults.Discreet())
    monkeypatch.setattr(actions.log, "handlers", [handler])

    def failed(kind):
        def action(*, at):
            with transaction.atomic():
                FAULTS[kind]()

        schedule.job("fragile", "08:00", action)
        actions.run_due(at=NOON)
        return Run.objects.get().fault, written.getvalue()

    return failed


@pytest.mark.parametrize("kind", list(FAULTS))
def test_neither_the_table_nor_the_log_tells_of_anybody(ran, kind):
    if kind in POSTGRESQL_S_OWN and connection.vendor == "sqlite":
        pytest.skip("SQLite takes texts of any length and casts anything")
    kept, log = ran(kind)
    assert kept and "\n" not in kept and "Traceback" in log and "fragile" in log
    for secret in SECRETS:
        assert secret not in kept + log and secret[-4:] not in kept + log


def test_what_is_kept_still_says_what_it_was(ran):
    kept, log = ran("doubled")
    assert kept.startswith("IntegrityError: ") and "units_unit" in kept and "rows.insert" in log


def test_everything_the_program_writes_goes_through_it():
    assert {handler["class"]: handler["filters"] for handler in settings.LOGGING["handlers"].values()} == {
        "logging.StreamHandler": ["discreet"]}
    made = logging.config.DictConfigurator(dict(settings.LOGGING)).configure_filter(settings.LOGGING["filters"]["discreet"])
    assert isinstance(made, faults.Discreet)


@pytest.mark.parametrize(("text", "left"), [
    ("nothing to hide", "nothing to hide"),
    ("failed\nDETAIL:  Key (name)=(周建明) exists.\nCONTEXT:  COPY people, line 3\n\nTraceback (…)", "failed\n\nTraceback (…)"),
    ('psycopg.errors.X: not a date: "周建\n明"\n\nThe above exception', "psycopg.errors.X: not a date\n\nThe above exception"),
])
def test_cut(text, left):
    assert faults.discreet(text) == left
