"""A backup proved: every file has its hash, the copy opens, rows and journal are those of the moment, sealed values open."""
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from django.db import connection

from ..journal import chain
from ..vault.envelopes import files
from ..vault.ring import Ring
from . import engines, manifest, postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}
SAMPLE = 20  # envelopes opened of each column, and files of each kind


@dataclass(slots=True)
class Proof:
    """What was compared, and each thing that is wrong in one line."""

    faults: list[str] = field(default_factory=list)
    tables: int = 0
    rows: int = 0
    lines: int = 0
    head: str = ""
    opened: int = 0
    unopened: int = 0
    files: int = 0

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


class OtherEngine(Exception):
    """The backup is of the other database; says which."""


def verify(folder: Path, keys: dict[int, bytes], tell=lambda done, whole: None) -> Proof:
    """Compare a backup with its manifest; without keys the sealed sample is left out, and counted as unopened."""
    told, proof = manifest.read(folder), Proof()
    if told["database"] != connection.vendor:
        raise OtherEngine(told["database"])
    tell(0, 4)
    _hashes(folder, told, proof)
    tell(1, 4)
    if proof.is_good:
        with ENGINES[told["database"]].opened(folder / manifest.DATABASE[told["database"]]) as base:
            _rows(base, told, proof)
            tell(2, 4)
            _journal(base, told, proof)
            tell(3, 4)
            _sample(base, told, keys, proof)
        _uploads(folder, keys, proof)
    tell(4, 4)
    return proof


def _hashes(folder, told, proof):
    there = manifest.hashes(folder)
    proof.files = len(there)
    for name in sorted(told["files"].keys() | there.keys()):
        if there.get(name) != told["files"].get(name):
            what = "is missing" if name not in there else "is not in the manifest" if name not in told["files"] else "was changed"
            proof.faults.append(f"{name} {what}")


def _rows(base, told, proof):
    if wrong := ENGINES[base.vendor].fault(base):
        proof.faults.append(wrong)
    with base.cursor() as cursor:
        found = engines.seen(cursor, base.vendor)
    proof.tables, proof.rows = len(found["rows"]), sum(found["rows"].values())
    for table in sorted(told["rows"].keys() | found["rows"].keys()):
        if told["rows"].get(table) != found["rows"].get(table):
            proof.faults.append(f"{table}: {found['rows'].get(table)} rows, {told['rows'].get(table)} were copied")
    if found["journal"] != told["journal"]:
        proof.faults.append("the journal ends elsewhere")
    proof.lines, proof.head = found["journal"]["position"], found["journal"]["head"]


def _journal(base, told, proof):
    if bad := chain.first_bad(base):
        proof.faults.append(f"journal, position {bad.position}: {bad.reason}")


def _sample(base, told, keys, proof):
    ring = Ring(keys) if keys else None
    with base.cursor() as cursor:
        for table, key, column, purpose in told["sealed"]:
            cursor.execute(f'SELECT "{column}" FROM "{table}" WHERE LENGTH("{column}") > 0 ORDER BY "{key}" DESC LIMIT {SAMPLE}')
            for envelope, in cursor.fetchall():
                _open(ring, purpose, bytes(envelope), f"{table}.{column}", proof)


def _uploads(folder, keys, proof):
    ring = Ring(keys) if keys else None
    for path, purpose in files(folder / manifest.UPLOADS)[-SAMPLE:]:
        _open(ring, purpose, path.read_bytes(), f"{manifest.UPLOADS}/{path.name}", proof)


def _open(ring, purpose, envelope, where, proof):
    if ring is None or not ring.holds(envelope):
        proof.unopened += 1
        if ring is not None:
            proof.faults.append(f"{where}: sealed under data key {envelope[1]}, which is not here")
        return
    try:
        ring.open(purpose, envelope)
        proof.opened += 1
    except (InvalidTag, ValueError, KeyError):
        proof.faults.append(f"{where}: does not open")
