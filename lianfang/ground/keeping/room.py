"""Whether there is room to write anything: a page says so before somebody types, and again when there is room."""
import shutil
import time

from django.conf import settings

LEAST = 64 << 20  # bytes: less, and the database's next page may find none
REMEMBERED = 60.0  # seconds after a write found no room; PostgreSQL's disk may be on another machine
_refused_at = float("-inf")


def refused() -> None:
    """A write found no room just now."""
    global _refused_at
    _refused_at = time.monotonic()


def is_full() -> bool:
    """Whether nothing can be recorded at the moment: the home's disk is full, or a write of this process was refused a moment ago."""
    return time.monotonic() - _refused_at < REMEMBERED or shutil.disk_usage(settings.HOME).free < LEAST
