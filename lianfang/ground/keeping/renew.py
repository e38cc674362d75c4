"""The emergency is over: new keys of every kind for what comes, what stays brought under them, the old ones destroyed at once."""
import time
from pathlib import Path

from django.conf import settings

from ..vault import keys as vault
from ..vault.ring import DATA, EMERGENCY, INDEX, KEY, KINDS, emergency_keys, key_file, read_keys
from .erase import shred
from .reindex import Reindexed, turn_all
from .rotate import DESTROY, NEW, is_used, new_emergency, new_key, reseal, write_line

ROUNDS = 5  # how often what was written meanwhile is looked for before an old key goes


class StillUsed(Exception):
    """Something was written under an old key again and again."""


def standing() -> dict[str, list[int]]:
    """The numbers of the keys that lie here, by kind."""
    folder = Path(settings.KEYS)
    return {kind: sorted(read_keys(folder, kind)) for kind in KINDS} | {EMERGENCY: sorted(emergency_keys(folder))}


def renew(*, old: dict[str, list[int]], by, at, tell):
    """Make new keys, seal and index anew what stays, destroy the `old` ones, by kind and number.

    Killed half way, a second start goes on with the same `old`. Raises StillUsed while somebody goes on writing under them.
    """
    folder = Path(settings.KEYS)
    if max(emergency_keys(folder), default=0) <= max(old[EMERGENCY], default=0):
        new_emergency(max(old[EMERGENCY], default=0) + 1)
    wanting = [kind for kind in KINDS if max(read_keys(folder, kind)) in old[kind]]
    for kind in wanting:
        new_key(max(old[kind]) + 1, kind)
    if wanting:
        write_line(NEW, by, at, key=max(read_keys(folder)))
        time.sleep(2 * vault.LOOK_AGAIN)  # by now every process that runs has seen them
    _bring_over(vault.ring(anew=True), tell)
    for kind in KINDS:
        for number in old[kind]:
            shred(key_file(folder, number, kind))
    for number in old[EMERGENCY]:  # last, since the others are read through it
        shred(folder / f"{EMERGENCY}{number}{KEY}")
    write_line(DESTROY, by, at, keys=old[DATA], index_keys=old[INDEX])


def _bring_over(ring, tell):
    """Nothing stays sealed, and no number findable, under an old key."""
    for _ in range(ROUNDS):
        reseal(ring, tell)
        turned = Reindexed(key=0)
        turn_all(turned, lambda done, whole: None)
        if not turned.numbers and not is_used(ring):
            return
        time.sleep(vault.LOOK_AGAIN)
    raise StillUsed
