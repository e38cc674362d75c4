"""A bare Django view that records a check with the same four writes, raw: no session, no form, no flow, no scope."""
import json
import os
import sys
import time
import uuid

COMMAND = ["sh", "-c", f'exec "{sys.executable}" -m granian --interface wsgi --host 127.0.0.1 --port "$PORT" --workers 2 '
           "--blocking-threads 1 --no-ws --log-level warning benchmarks.floors.checks:application"]

if __name__ == "benchmarks.floors.checks" and "PORT" in os.environ:
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.floors.settings"
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()


def hello(request):
    """It is there."""
    from django.http import HttpResponse

    return HttpResponse("")


def record(request, pk):
    """Check, turn and journal line, in one transaction."""
    from django.db import connection, transaction
    from django.http import HttpResponse

    at = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
    temperature = float(request.POST["temperature"])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT person_id, unit_id, because FROM isolation_check WHERE id = %s AND state = 'due'", [pk])
        person, unit, because = cursor.fetchone()
        cursor.execute("UPDATE isolation_check SET state = 'done', temperature = %s, recorded_at = %s WHERE id = %s",
                       [temperature, at, pk])
        cursor.execute("UPDATE workflow_turn SET closed_at = %s WHERE record = %s AND closed_at IS NULL", [at, pk])
        cursor.execute('INSERT INTO journal_line (id, "at", "by", unit, verb, kind, record, subject, because, data) '
                       "VALUES (%s, %s, 1, %s, 'bench.record', 'check', %s, %s, %s, %s)",
                       [_fresh_id(), at, unit, pk, person, because, json.dumps({})])
    return HttpResponse(status=302)


def _fresh_id():
    """An id that sorts where today's do."""
    return uuid.UUID(int=(time.time_ns() // 1_000_000) << 80 | 0x7 << 76 | uuid.uuid4().int & ((1 << 76) - 1))


def addresses():
    """One address for the check, one to see that it is there."""
    from django.urls import path

    return [path("", hello), path("<uuid:pk>/", record)]
