"""The certificate: what was deleted, when, by whose decision, and a hash that anybody can count again."""
import hashlib
import json

FORM = 1


def content(ending) -> dict:
    """All that the hash stands on: plain values, in a fixed order."""
    cells = ending.statistics.order_by("kind", "row", "column").values_list("kind", "row", "column", "value")
    return {
        "form": FORM,
        "id": str(ending.pk),
        "unit": ending.unit_id,
        "basis": ending.basis,
        "decided": [[account, unit, _moment(at)] for account, unit, at in (
            (ending.proposed_by_id, None, ending.proposed_at), (ending.first_by_id, ending.first_unit_id, ending.first_at),
            (ending.second_by_id, ending.second_unit_id, ending.second_at))],
        "cooling_until": _moment(ending.cooling_until),
        "begun_at": _moment(ending.begun_at),
        "ended_at": _moment(ending.ended_at),
        "gone": dict(sorted(ending.gone.items())),
        "least": ending.least,
        "figures": [list(cell) for cell in cells],
        "journal": [ending.position, ending.head],
    }


def digest(ending) -> str:
    """SHA-256 of the content."""
    return hashlib.sha256(json.dumps(content(ending), ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _moment(at):
    return at and f"{at.timestamp():.6f}"
