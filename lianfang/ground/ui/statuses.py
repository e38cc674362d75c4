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
