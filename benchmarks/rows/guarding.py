"""What privacy and proof cost: the share of masking, journal and encryption in a page and in an import, and the journal's own speed."""
import tempfile
import time
import uuid
from pathlib import Path

from benchmarks import people
from benchmarks.rows.pages import addresses
from benchmarks.sampler import looked_at, share

GUARDS = ("/ground/vault/", "/ground/journal/")


class Undone(Exception):
    """Takes back what was written only to be measured."""


def measure(county) -> dict:
    """Two shares in per cent, two speeds in lines a second."""
    return {"ours": {"guard_page": max(_of_pages(county)), "guard_import": _of_import(county), **_journal(county)}}


def _of_pages(county):
    """The share in each page, asked for in this process."""
    from django.test import Client

    times = 5 if county.is_quick else 25
    for _code, login, path in addresses():
        client = Client(SERVER_NAME="127.0.0.1")
        client.cookies.load(county.cookies[login])
        for _ in range(2):
            answer = client.get(path)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answers {answer.status_code}")
        with looked_at() as found:
            for _ in range(times):
                client.get(path)
        yield share(found, *GUARDS)


def _of_import(county):
    """The share in an import by one process, its lines sealed at the end, all taken back."""
    from django.db import transaction

    from lianfang.ground.accounts.queries import CONSOLE, named
    from lianfang.ground.accounts.scope import everything
    from lianfang.ground.days import now, today
    from lianfang.ground.journal.actions import seal
    from lianfang.ground.units.models import Unit
    from lianfang.response.screening.actions import bring_in

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "返乡人员.xlsx"
        people.write(file, 1_000 if county.is_quick else 10_000)
        content = file.read_bytes()
    try:
        with transaction.atomic():
            with everything(), looked_at() as found:
                bring_in(content=content, name="返乡人员.xlsx", kind="returnees", source="community", on=today(),
                         unit=Unit.objects.get(parent=None), by=named(CONSOLE), at=now())
                seal()
            raise Undone
    except Undone:
        return share(found, *GUARDS)


def _journal(county):
    """Lines a second: sealed, and verified."""
    from django.db import transaction

    from lianfang.ground.days import now
    from lianfang.ground.journal import actions, chain, line

    count = 2_000 if county.is_quick else 40_000
    try:
        with transaction.atomic():
            actions.seal()
            lines = [line("bench.tell", kind="thing", record=uuid.uuid4(), by=1, at=now(), unit=1, subject=uuid.uuid4(), data={"n": n})
                     for n in range(count)]
            for start in range(0, count, 1_000):
                actions.write(lines[start:start + 1_000])
            begun = time.perf_counter()
            if (sealed := actions.seal()) != count:
                raise RuntimeError(f"{sealed} of {count} lines were sealed")
            seconds = time.perf_counter() - begun
            raise Undone
    except Undone:
        pass
    begun = time.perf_counter()
    if bad := chain.first_bad():
        raise RuntimeError(f"the journal is damaged: {bad}")
    return {"sealed": count / seconds, "verified": chain.count() / (time.perf_counter() - begun)}
