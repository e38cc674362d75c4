"""Proposals as the page shows them: those of equal evidence together, what the rule says of all, what speaks for each."""
from django.utils.translation import gettext as _

from lianfang.ground.vault.masks import mask_name
from lianfang.registers.people.queries import persons, whereabouts

from ..models import KINDS
from ..queries.evidence import SECOND, place_names, told
from ..queries.judging import REVIEW, grouped

TONES = {"close": "bad", "second": "warn", REVIEW: "blue", "general": ""}
LINES = 3  # of what speaks for one person; the rest is counted


def kind_word(kind) -> str:
    """A kind as one reads it."""
    return _("要人定") if kind == REVIEW else str(KINDS[kind])


def groups_shown(found) -> list[dict]:
    """The groups of a page."""
    places = place_names([one for each in found for one in each.all])
    where = whereabouts({each.person.unit_id: each.person.unit for each in found}.values())
    names = {pk: one.name for pk, one in persons({each.evidence.source_id for each in found if each.ring == SECOND}).items()}
    return [_group(group, places, where, names) for group in grouped(found)]


def _group(group, places, where, names) -> dict:
    first = group[0]
    row = first.ruling.hit
    people = [{"person": each.person, "place": where[each.person.unit_id], **_speaks(each, places)} for each in group]
    via = sorted({mask_name(names[each.evidence.source_id]) for each in group if each.ring == SECOND and each.evidence.source_id in names})
    return {"kind": first.kind, "word": kind_word(first.kind), "tone": TONES[first.kind], "title": _title(first, places),
            "needs_kind": first.kind == REVIEW, "document": row.document if row else "", "clause": row.clause if row else "",
            "row": first.ruling.row, "people": people, "via": via, "is_second": first.ring == SECOND}


def _title(one, places) -> str:
    """What all of a group have in common."""
    if one.evidence.how == "door":
        return _("住同一户")
    if one.evidence.how == "named":
        return _("有人讲的")
    return places.get(one.evidence.spot_id, "")


def _speaks(one, places) -> dict:
    latest = sorted(one.all, key=lambda each: each.last_on, reverse=True)
    return {"speaks": [told(each.kept(), places) for each in latest[:LINES]], "more": max(len(latest) - LINES, 0)}
