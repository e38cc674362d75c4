"""A version as its page shows it: rows in words, what is wrong, what changes, whom it touches, and what came of it."""
from collections import Counter
from urllib.parse import urlencode

from django.urls import reverse

from ...accounts.roles import BODIES
from .. import current, queries, registry
from ..actions import faults_of
from ..actions.refused import is_of_the_drafters_unit
from ..drafting.comparing import changes
from ..drafting.mending import sentence
from ..words import speech

OPEN = ("draft", "asked", "asked_health")
EXAMPLE_FAULTS = ("bad_example", "example_width", "example_fails")


def whole_version(version) -> dict:
    """Everything about one version."""
    own, is_open = current.as_drafted(version), version.state in OPEN
    return {
        "rows": [queries.seen(version.table, row) for row in own.rows], "state": queries.state_of(version), "is_open": is_open,
        "faults": [_fault(fault, version, own) for fault in faults_of(version)] if is_open else [],
        "changes": _changes(version) if is_open else [], "touched": touched(version) if is_open else {},
        "bodies": bodies(version), "reruns": list(version.reruns.order_by("since")),
        "has_again": registry.shipped(version.table).again is not None,
    }


def _fault(fault, version, own) -> dict:
    """What is wrong, and where it is mended."""
    kind = "examples" if fault.code in EXAMPLE_FAULTS else "rows"
    is_line = fault.row and fault.row > (1 if kind == "examples" else 2)
    return {"says": sentence(fault, own), "url": reverse("decisions:line", args=[version.pk, kind, fault.row]) if is_line else ""}


def _changes(version) -> list[dict]:
    """Examples that get another answer, old beside new, in words."""
    labels = registry.shipped(version.table).labels
    return [{"says": one.example.says, "on": one.example.on, "facts": speech.values(labels, one.example.facts),
             "before": _answer(labels, one.before, one), "after": _answer(labels, one.after, one), "is_asked_for": one.is_asked_for}
            for one in changes(version)]


def _answer(labels, ruling, one) -> dict:
    return {"values": [(labels.of(name), speech.value(labels, name, ruling.result[name])) for name in one.differs()],
            "version": ruling.version, "row": ruling.row}


def touched(version) -> dict:
    """How many would be touched, by what would become of them; nothing where nobody looks after this table."""
    again = registry.shipped(version.table).again
    if again is None:
        return {}
    url, counted = reverse(again.page, args=[version.pk]), Counter(one.says for one in again.touched(version))
    by = [(says, n, f"{url}?{urlencode({'says': says})}") for says, n in counted.most_common()]
    return {"url": url, "count": counted.total(), "by": by}


def may_approve(version, account, rights, at) -> bool:
    """Whether this account may be the other unit."""
    return ("approve" in rights and version.state in ("asked", "asked_health") and version.drafted_by_id != account.pk
            and not is_of_the_drafters_unit(account, version, at))


def bodies(version) -> dict:
    """From which bodies it was drafted and approved."""
    return {"drafted": _body(version.drafted_post), "approved": _body(version.approved_post)}


def _body(post) -> str:
    return str(BODIES.get(post.rpartition(":")[2], ""))
