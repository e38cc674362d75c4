"""The navigation by loop: each app adds its own entry, the shell shows those its reader may open."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

SHOWN_ON_DESK = 6
SHOWN_ON_PHONE = 4


@dataclass(frozen=True)
class Entry:
    """One place in the bar; `badge(request)` counts what waits there."""

    code: str
    label: str
    url_name: str
    icon: str
    right: str
    order: int
    badge: Callable | None = None


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


def add(code, label, url_name, icon="list", right="look", order=100, badge=None):
    """Put an entry into the bar; the same code again replaces it."""
    _entries[code] = Entry(code, label, url_name, icon, right, order, badge)


def entries():
    """All entries in their order."""
    return sorted(_entries.values(), key=lambda entry: (entry.order, entry.code))


def shown(request, may):
    """The entries whose right the reader has; `may(right)` answers."""
    found = [(entry, url) for entry in entries() if may(entry.right) and (url := address(entry.url_name))]
    current = _current(request, found)
    return [Shown(e.code, e.label, e.icon, url, _count(e, request), e.code == current) for e, url in found]


def address(url_name):
    """Where an entry leads; '' while its page is not there."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def _count(entry, request):
    return entry.badge(request) if entry.badge else 0


def _current(request, found):
    """The entry whose address is the longest beginning of this page's path, or the one of the same app."""
    match = getattr(request, "resolver_match", None)
    app = match.namespace if match else ""
    under = [(len(url), e.code) for e, url in found if url == request.path or (url != "/" and request.path.startswith(url))]
    same = [(0, e.code) for e, _ in found if app and e.url_name.startswith(f"{app}:")]
    return max(under or same[:1], default=(0, ""))[1]
