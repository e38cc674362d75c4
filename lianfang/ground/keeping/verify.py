"""A backup proved: every file has its hash, the copy opens, rows and journal are those of the moment, sealed values open."""
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from django.db import connection
from django.utils.translation import gettext as _

from ..journal import chain
from ..vault.envelopes import files
from ..vault.ring import Ring
from . import cluster, engines, manifest, postgresql, sqlite
from .cover import uncovered

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
    if proof.is_good and told.get("is_cluster"):
        _cluster(folder, told, proof)
        _uploads(folder, keys, proof)
    elif proof.is_good:
        with (uncovered(folder / manifest.DATABASE[told["database"]], keys) as plain, ENGINES[told["database"]].opened(plain) as base):
            _rows(base, told, proof)
            tell(2, 4)
            _journal(base, told, proof)
            tell(3, 4)
            _sample(base, told, keys, proof)
        _uploads(folder, keys, proof)
    tell(4, 4)
    return proof


def continued(folder: Path, keys: dict[int, bytes]) -> Proof:
    """Compare our database, restored from a base backup and its log, with that backup: the same journal, which may have gone on."""
    told, proof = manifest.read(folder), Proof()
    cluster.arrived()
    with connection.cursor() as cursor:
        found = engines.seen(cursor, connection.vendor)
        cursor.execute("SELECT hash FROM journal_seal WHERE position = %s", [told["journal"]["position"]])
        if ((cursor.fetchone() or [""])[0]) != told["journal"]["head"]:
            proof.faults.append(_("日志里没有备份时的末尾：这不是那份备份"))
    proof.tables, proof.rows = len(found["rows"]), sum(found["rows"].values())
    proof.lines, proof.head = found["journal"]["position"], found["journal"]["head"]
    _journal(connection, told, proof)
    _sample(connection, told, keys, proof)
    return proof


def _cluster(folder, told, proof):
    """PostgreSQL's own list says whether its files are whole; its rows are counted when it has been restored."""
    if wrong := cluster.fault(folder / manifest.CLUSTER):
        proof.faults.append(wrong)
    proof.tables, proof.rows = len(told["rows"]), sum(told["rows"].values())
    proof.lines, proof.head = told["journal"]["position"], told["journal"]["head"]


def _hashes(folder, told, proof):
    there = manifest.hashes(folder)
    proof.files = len(there)
    for name in sorted(told["files"].keys() | there.keys()):
        if there.get(name) != told["files"].get(name):
            says = _("{name} 被改动过") if name in there else _("{name} 不见了")
            proof.faults.append((says if name in told["files"] else _("{name} 不在清单里")).format(name=name))


def _rows(base, told, proof):
    if wrong := ENGINES[base.vendor].fault(base):
        proof.faults.append(wrong)
    with base.cursor() as cursor:
        found = engines.seen(cursor, base.vendor)
    proof.tables, proof.rows = len(found["rows"]), sum(found["rows"].values())
    for table in sorted(told["rows"].keys() | found["rows"].keys()):
        if told["rows"].get(table) != found["rows"].get(table):
            says = _("{table} 表有 {found} 行，备份时是 {told} 行")
            proof.faults.append(says.format(table=table, found=found["rows"].get(table), told=told["rows"].get(table)))
    if found["journal"] != told["journal"]:
        proof.faults.append(_("日志的末尾不是备份时的末尾"))
    proof.lines, proof.head = found["journal"]["position"], found["journal"]["head"]


def _journal(base, told, proof):
    if bad := chain.first_bad(base):
        proof.faults.append(_("日志第{position}条不对：{reason}").format(position=bad.position, reason=bad.reason))


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
            proof.faults.append(_("{where}：用第 {key} 号密钥封的，这里没有这把").format(where=where, key=envelope[1]))
        return
    try:
        ring.open(purpose, envelope)
        proof.opened += 1
    except (InvalidTag, ValueError, KeyError):
        proof.faults.append(_("{where}：打不开").format(where=where))
