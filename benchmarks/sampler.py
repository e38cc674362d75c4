"""Where time goes, read off the running program: a thousand looks a second of CPU time, each charged to the room whose code runs."""
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import lianfang

HOUSE = str(Path(lianfang.__file__).parent)
EACH = 0.001
LENT = "/ground/rows/"  # works for whoever calls it


@contextmanager
def looked_at() -> Iterator[Counter]:
    """How many looks fell to which file of the house ("" for none) while the body ran."""
    found: Counter = Counter()
    before = signal.signal(signal.SIGPROF, lambda _signal, frame: found.update([_room(frame)]))
    signal.setitimer(signal.ITIMER_PROF, EACH, EACH)
    try:
        yield found
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _room(frame):
    """The innermost file of the house that works for itself."""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(HOUSE) and LENT not in file:
            return file.removeprefix(HOUSE)
        frame = frame.f_back
    return ""


def share(found: Counter, *rooms) -> float:
    """What these rooms took, in per cent of all looks."""
    if not (whole := found.total()):
        sys.exit("nobody looked: the work was too short")
    return 100 * sum(count for file, count in found.items() if file.startswith(rooms)) / whole
