"""Between stories the journal may be emptied, and stands guarded again right after."""
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from lianfang.ground import journal
from lianfang.ground.days import now
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import triggers
from lianfang.ground.journal.actions import write
from lianfang.ground.journal.models import Line


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_the_journal_and_leaves_its_triggers():
    with transaction.atomic():
        write([journal.line("tests.plant", kind="plant", record=uuid7(), by=1, at=now())])
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Line.objects.all().delete()
    call_command("flush", interactive=False, verbosity=0)
    assert not Line.objects.exists()
    assert triggers.missing(connection) == []
