"""kill -9 of the whole server at random moments of a sync, round after round: `python -m tests.journeys.outbox_kills 50` prints the count.

Four phones deliver checks and deliver again whatever had no answer, now and then hanging up before it; at the end records on the phones,
receipts, records and journal lines of the server are counted.
"""
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tools.checkout import ROOT

from .county import SCRIPT
from .test_acknowledged import tree
from .test_backup import fresh

PHONES, BATCH = 4, 10
PUT_UP = f"""
import sys, json; sys.path.insert(0, {str(ROOT)!r})
from datetime import timedelta
from tests.cast import make_cast
from tests.api.conftest import open_checks
from lianfang.ground.accounts.scope import everything
from lianfang.ground.accounts.sessions import SessionStore
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
with everything():
    cast = make_cast()
    checks = [str(one.pk) for one in open_checks(cast, {{count}})]
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(cast.grid.pk), cast.grid.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "lianfang.ground.accounts.sessions.AccountBackend"
session.create()
print(json.dumps([session.session_key, checks]))
"""
COUNT = """
import json
from lianfang.ground.accounts.scope import everything
from lianfang.ground.outbox.models import Sent
from lianfang.ground.journal.models import Line
from lianfang.response.isolation.models import Check
with everything():
    print(json.dumps({"receipts": Sent.objects.filter(state="taken").count(), "others": Sent.objects.exclude(state="taken").count(),
                      "records": Check.objects.filter(state="done").count(),
                      "lines": Line.objects.filter(verb="isolation.record_check").count()}))
"""


class Sync(threading.Thread):
    """One phone: its deliveries, each sent until it has its receipts; some it hangs up on."""

    def __init__(self, county, session, entries, chance):
        super().__init__(daemon=True)
        self.county, self.session, self.chance = county, session, chance
        self.waiting = [entries[start:start + BATCH] for start in range(0, len(entries), BATCH)]
        self.receipts, self.hung_up, self.said = {}, 0, ""

    def run(self):
        """Until every delivery has been answered for."""
        while self.waiting:
            try:
                self.deliver(self.waiting[0])
            except (OSError, http.client.HTTPException, ValueError):
                time.sleep(0.02)

    def deliver(self, entries):
        """One delivery; its receipts, or another try."""
        body = json.dumps({"sent_at": datetime.now(UTC).isoformat(), "entries": entries})
        asked = http.client.HTTPConnection("127.0.0.1", self.county.port, timeout=10)
        try:
            asked.request("POST", "/api/v1/outbox", body, {"Content-Type": "application/json", "X-CSRFToken": "k" * 32,
                                                           "Cookie": f"session={self.session}; csrf={'k' * 32}"})
            if self.chance.random() < 0.2:
                self.hung_up += 1
                return
            answer = asked.getresponse()
            told = json.loads(answer.read())
        finally:
            asked.close()
        if answer.status == 200:
            for receipt in told["receipts"]:
                assert self.receipts.setdefault(receipt["id"], receipt["number"]) == receipt["number"]
            self.waiting.pop(0)
        else:
            self.said = f"{answer.status} {told}"


def put_up(county, count):
    """A county with so many checks that have opened: a session of its grid worker, and an entry for each check."""
    from lianfang.ground.ids import uuid7

    at = datetime.now(UTC).isoformat()
    made = county.begin().console("shell", "-v", "0", "-c", PUT_UP.format(count=count))
    assert made.returncode == 0, made.stderr
    session, checks = json.loads(made.stdout)
    return session, [{"id": str(uuid7()), "seq": n, "action": "isolation.record_check", "at": at,
                      "data": {"record": pk, "temperature": 36.6, "symptoms": []}} for n, pk in enumerate(checks)]


def hang_up(county, session, entries, times):
    """So many clients begin to post these entries and are gone in the middle of it."""
    body = json.dumps({"sent_at": datetime.now(UTC).isoformat(), "entries": entries}).encode()
    head = (f"POST /api/v1/outbox HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-CSRFToken: {'k' * 32}\r\n"
            f"Cookie: session={session}; csrf={'k' * 32}\r\nContent-Length: {len(body)}\r\n\r\n").encode()
    for n in range(times):
        with socket.create_connection(("127.0.0.1", county.port), timeout=10) as client:
            client.sendall(head + body[:(n * 97) % len(body)])


def counted(county) -> dict:
    """Receipts, records and journal lines in the database."""
    return json.loads(county.console("shell", "-v", "0", "-c", COUNT).stdout)


def run(county, rounds, count) -> dict:
    """Kill the server so many times while phones deliver so many records; what was counted."""
    chance = Random("outbox")
    session, entries = put_up(county, count)
    phones = [Sync(county, session, entries[n::PHONES], Random(n)) for n in range(PHONES)]
    kills, share = 0, max(1, len(entries) // BATCH // rounds)
    server = serve(county)
    for phone in phones:
        phone.start()

    def done():
        return sum(len(phone.receipts) for phone in phones)

    while any(phone.is_alive() for phone in phones):
        before, ends = done(), time.monotonic() + 60
        wanted = before + chance.randint(1, max(1, share * BATCH // 2))  # so that something is left to send after the last kill
        while done() < wanted and any(phone.is_alive() for phone in phones):
            assert time.monotonic() < ends and server.poll() is None, [kills, done(), server.poll(), [phone.said for phone in phones]]
            time.sleep(0.003)
        if kills < rounds and any(phone.is_alive() for phone in phones):
            time.sleep(chance.random() * 0.05)
            kill(server)
            kills, server = kills + 1, serve(county)
    kill(server)
    return {"sent": len(entries), "answered": done(), **counted(county), "kills": kills, "hung_up": sum(phone.hung_up for phone in phones),
            "journal": county.answer("check-journal")["ok"]}


def serve(county):
    """The server, in a session of its own."""
    return subprocess.Popen([SCRIPT, "serve"], env=county.env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                            start_new_session=True)


def kill(server):
    """All of it, at once."""
    for process in tree(server.pid):
        with suppress(ProcessLookupError):  # ended by itself meanwhile
            os.kill(process, signal.SIGKILL)
    server.wait()


if __name__ == "__main__":
    os.environ["LIANFANG_SECOND_FACTOR"] = "off"  # the phone's session stands for a proved one
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as home, fresh(Path(home)) as own:
        print(json.dumps(run(own, rounds, rounds * 40)))
