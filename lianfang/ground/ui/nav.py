"""The navigation by loop: each app adds its own entry, the shell shows those its reader may open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, get_urlconf, reverse

SHOWN_ON_DESK = 6
SHOWN_ON_PHONE = 4
MOST = 999  # of what waits: more than these are 999+, and are not counted, for the bar stands on every page


@dataclass(frozen=True)
class Entry:
    """One place in the bar; `badge(request)` counts what waits there, `covers` are beginnings of paths that belong to it as well.

    `only(request)`, where it is given, says whether this reader, beyond his right, has anything there; the bar stands on every page, so it
    asks the database nothing.
    """

    code: str
    label: str
    url_name: str
    icon: str
    right: str
    order: int
    badge: Callable | None = None
    covers: tuple = ()
    only: Callable | None = None


@dataclass(frozen=True)
class Shown:
    """An entry as this reader sees it."""

    code: str
    label: str
    icon: str
    url: str
    count: int
    is_current: bool


_entries: dict[str, Entry] = {}


def add(code, label, url_name, icon="list", right="look", order=100, badge=None, covers=(), only=None):
    """Put an entry into the bar; the same code again replaces it."""
    _entries[code] = Entry(code, label, url_name, icon, right, order, badge, tuple(covers), only)


def entries():
    """All entries in their order."""
    return sorted(_entries.values(), key=lambda entry: (entry.order, entry.code))


def shown(request, may):
    """The entries whose right the reader has; `may(right)` answers."""
    found = [(entry, url) for entry in entries() if _is_for(entry, request, may) and (url := address(entry.url_name))]
    current = _current(request, found)
    return [Shown(e.code, str(e.label), e.icon, url, _count(e, request), e.code == current) for e, url in found]


def _is_for(entry, request, may):
    return may(entry.right) and (entry.only is None or entry.only(request))


def address(url_name):
    """Where an entry leads; '' while its page is not there."""
    return _address(url_name, get_urlconf())


@lru_cache(maxsize=512)
def _address(url_name, urls):
    try:
        return reverse(url_name, urls)
    except NoReverseMatch:
        return ""


def _count(entry, request):
    return entry.badge(request) if entry.badge else 0


def _current(request, found):
    """The entry with the longest address that begins this page's path; the start page is its own only."""
    begins = [(len(start), entry.code) for entry, url in found for start in (url, *entry.covers) if request.path.startswith(start)]
    return max((one for one in begins if one[0] > 1 or request.path == "/"), default=(0, ""))[1]
