"""No program writes into tables it does not know: neither an older one on a newer database, nor while another still serves."""
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from lianfang.entry.console.prepare import prepare, serving

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


def test_a_database_of_a_newer_program_is_left_alone():
    MigrationRecorder(connection).record_applied("units", "0099_of_next_year")
    with pytest.raises(ImproperlyConfigured, match="0099_of_next_year"):
        prepare()


def test_the_tables_do_not_change_under_a_server_that_runs(monkeypatch):
    MigrationRecorder(connection).record_unapplied("units", "0002_path_statistics")
    applied = []
    monkeypatch.setattr("lianfang.entry.console.prepare.call_command", lambda *command, **_more: applied.append(command))
    with serving(), serving(), pytest.raises(ImproperlyConfigured, match="先停下"):
        prepare()
    assert not applied
    prepare()
    assert applied == [("migrate",)]
