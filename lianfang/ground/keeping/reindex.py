"""A new key of the numbers' blind index while the server runs: every number is opened and indexed anew, both keys are asked."""
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction

from ..vault import keys as vault
from ..vault.indexes import FOLLOWING, INDEXED
from ..vault.ring import INDEX, key_file, read_keys
from .erase import shred
from .rotate import CHUNK, NAP, SETTLED, new_key, write_line

NEW, REINDEX, DESTROY = "keeping.new_index_key", "keeping.reindex", "keeping.destroy_index_key"


@dataclass(slots=True)
class Reindexed:
    """What a round did: which key indexes now, how many numbers it reached, which keys went or must wait, how many stand twice."""

    key: int
    is_new: bool = False
    numbers: int = 0
    destroyed: tuple = ()
    waiting: tuple = ()
    twice: int = 0


def reindex(*, by, at, tell=lambda done, whole: None) -> Reindexed:
    """Make a new key unless an earlier round is unfinished, index all numbers anew, destroy what nothing uses; harmless to run again."""
    held = read_keys(settings.KEYS, INDEX)
    found = Reindexed(key=max(held))
    if len(held) == 1:
        found.key, found.is_new = new_key(max(held) + 1, INDEX), True
        write_line(NEW, by, at, key=found.key)
        time.sleep(2 * vault.LOOK_AGAIN)  # by now every process that runs asks for both
    vault.index(anew=True)
    turn_all(found, tell)
    if found.numbers:
        write_line(REINDEX, by, at, key=found.key, numbers=found.numbers)
    old = tuple(number for number in sorted(held) if number != found.key)
    if old and not found.numbers and not found.twice and _is_settled(found.key):
        for number in old:
            shred(_file(number))
        write_line(DESTROY, by, at, keys=list(old))
        found.destroyed = old
    else:
        found.waiting = tuple(number for number in sorted(read_keys(settings.KEYS, INDEX)) if number != found.key)
    return found


def turn_all(found, tell):
    """Every number that lies under an older key comes to lie under the newest."""
    for bring in FOLLOWING:
        found.numbers += bring()
    for done, column in enumerate(INDEXED):
        tell(done, len(INDEXED))
        _turn(column, found)
    tell(len(INDEXED), len(INDEXED))


def _turn(column, found):
    """One column, chunk by chunk; whoever writes meanwhile wins, and writes under the new key."""
    rows, after = column.model._base_manager.exclude(**{column.blind: ""}).order_by("pk"), None
    while True:
        chunk = list((rows.filter(pk__gt=after) if after is not None else rows).values_list("pk", column.sealed, column.blind)[:CHUNK])
        if not chunk:
            return
        after = chunk[-1][0]
        turns = [(pk, old, new) for pk, sealed, old in chunk if old in getattr(new := column.key(sealed.open()), "older", ())]
        if turns:
            _write_chunk(column, turns, found)
            time.sleep(NAP)


def _write_chunk(column, turns, found):
    try:
        with transaction.atomic():
            found.numbers += sum(_write_one(column, *turn) for turn in turns)
    except IntegrityError:  # one number came in under both keys: the others go on, and the two are told
        for turn in turns:
            try:
                with transaction.atomic():
                    found.numbers += _write_one(column, *turn)
            except IntegrityError:
                found.twice += 1


def _write_one(column, pk, old, new):
    return column.model._base_manager.filter(pk=pk, **{column.blind: old}).update(**{column.blind: str(new)})


def _file(number) -> Path:
    return key_file(Path(settings.KEYS), number, INDEX)


def _is_settled(number) -> bool:
    return time.time() - _file(number).stat().st_mtime > SETTLED
