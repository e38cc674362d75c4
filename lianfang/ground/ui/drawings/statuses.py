"""What a door's status looks like: word, pattern band and edge, so that colour is never the only sign."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Status:
    """A status and its pattern; patterns and colours live in status.css under the class `is-<code>`."""

    code: str
    word: str
    pattern: str
    dashed: bool = False


STATUSES = {
    status.code: status
    for status in (
        Status("isolated", _("隔离"), "stripes"),
        Status("monitored", _("监测"), "dots"),
        Status("rented", _("出租"), "bars"),
        Status("empty", _("空置"), "hatch", dashed=True),
        Status("to_check", _("待核"), "chequer", dashed=True),
        Status("normal", _("正常"), ""),
        Status("shop", _("商铺"), ""),
    )
}


def status(code):
    """The status of that code; an unknown one must be checked."""
    return STATUSES.get(code) or STATUSES["to_check"]


PATTERNS = (
    "<defs>"
    '<pattern id="p-stripes" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="11" height="11" fill="#fff"/><rect width="6" height="11" fill="#a61b1b"/></pattern>'
    '<pattern id="p-dots" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fffaf0"/>'
    '<circle cx="4" cy="4" r="2.1" fill="#8a5a00"/></pattern>'
    '<pattern id="p-bars" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/>'
    '<rect width="8" height="4" fill="#134a8a"/></pattern>'
    '<pattern id="p-hatch" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/>'
    '<path d="M0 0l8 8M8 0l-8 8" stroke="#9aa4ae" fill="none"/></pattern>'
    '<pattern id="p-chequer" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/>'
    '<path d="M0 0h4v4H0zM4 4h4v4H4z" fill="#5b2a86"/></pattern>'
    "</defs>"
)
