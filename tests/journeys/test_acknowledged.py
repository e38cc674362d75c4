"""kill -9 of the whole server under load, again and again: whatever a browser was told is done is in the database afterwards."""
import http.client
import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest

from tools.checkout import ROOT

from .county import PASSWORD, SCRIPT
from .test_backup import fresh

pytestmark = pytest.mark.journey
KILLS, WRITERS = 3, 4
MAKE = (f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from tests.cast import make_cast; from lianfang.ground.accounts.scope import everything\n"
        "with everything(): make_cast()")


def tell(port, path, cookies, **fields):
    """One request; the status and the cookies it set."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    head = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    try:
        asked.request("POST" if fields else "GET", path, urlencode(fields) if fields else None,
                      {**head, "Content-Type": "application/x-www-form-urlencoded"} if fields else head)
        answer = asked.getresponse()
        answer.read()
        return answer.status, dict(re.findall(r"^(\w+)=([^;]+)", set_, re.M)[0] for set_ in answer.msg.get_all("Set-Cookie") or [])
    finally:
        asked.close()


def sign_in(port):
    """A session that the server says it made: its key, or None."""
    try:
        _status, token = tell(port, "/sign-in", {})
        status, found = tell(port, "/sign-in", token, username="officer", password=PASSWORD, csrfmiddlewaretoken=token["csrf"])
        return found.get("session") if status in (302, 303) else None
    except (OSError, http.client.HTTPException, KeyError):
        return None


def test_what_was_acknowledged_is_found(tmp_path):
    chance, acknowledged = Random("acknowledged"), []
    with fresh(tmp_path) as county:
        made = county.begin().console("shell", "-v", "0", "-c", MAKE)
        assert made.returncode == 0, made.stderr
        for _ in range(KILLS):
            before = len(acknowledged)
            server = subprocess.Popen([SCRIPT, "serve"], env=county.env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                      start_new_session=True)
            stop = threading.Event()
            writers = [threading.Thread(target=write, args=(county.port, acknowledged, stop)) for _ in range(WRITERS)]
            for writer in writers:
                writer.start()
            ends = time.monotonic() + 60
            while len(acknowledged) < before + chance.randint(6, 14):
                assert time.monotonic() < ends and server.poll() is None, "the server takes nothing"
                time.sleep(0.01)
            for process in tree(server.pid):
                os.kill(process, signal.SIGKILL)
            server.wait()
            stop.set()
            for writer in writers:
                writer.join()
        assert len(acknowledged) >= KILLS * 6
        assert found(county, acknowledged) == len(set(acknowledged))
        assert county.answer("check-journal")["ok"]


def tree(process) -> list[int]:
    """A process and all it began: the server, its web workers, its clock."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(below for child in children for below in tree(int(child)))]


def write(port, acknowledged, stop):
    """Sign in again and again, as long as there is a server."""
    while not stop.is_set():
        if key := sign_in(port):
            acknowledged.append(key)
        else:
            time.sleep(0.05)


def found(county, keys) -> int:
    """How many of the acknowledged sessions are in the database."""
    code = ("import sys; from lianfang.ground.accounts.sessions import digest; from lianfang.ground.accounts.models import Session\n"
            f"print(Session.objects.filter(session_key__in=[digest(key) for key in {sorted(set(keys))!r}]).count())")
    done = county.console("shell", "-v", "0", "-c", code)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)
