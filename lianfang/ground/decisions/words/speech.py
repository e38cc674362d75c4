"""Cells of a table in the words of the street, for pages and paper."""
from django.utils.translation import gettext as _

from ..evaluator.cells import ANY
from ..evaluator.kinds import EDGE

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}


def condition(labels, column: str, text: str) -> str:
    """A condition as one reads it: 外省、境外; 不是 绿码; ≥ 37.3; 0–14."""
    if text.startswith("!"):
        return _("不是{words}").format(words=condition(labels, column, text[1:]))
    between = _(" 或 ") if EDGE.search(text) else _("、")
    return between.join(_part(labels, column, part.strip()) for part in text.split("|"))


def _part(labels, column, part):
    if m := EDGE.fullmatch(part):
        return f"{SIGNS[m[1]]} {m[2]}"
    return part.replace("..", "–") if ".." in part else labels.of(column, part)


def conditions(labels, row) -> list[tuple[str, str]]:
    """What a row asks for: column and words, in the table's order; nothing for "any"."""
    return [(labels.of(name), condition(labels, name, row.cells[name])) for name in row.conditions if row.cells[name] != ANY]


def value(labels, column: str, found) -> str:
    """A fact or a result in words."""
    if found is None or found == () or found == []:
        return "—"
    if isinstance(found, (tuple, list)):
        return _("、").join(value(labels, column, one) for one in found)
    if isinstance(found, bool):
        return labels.of(column, "yes" if found else "no")
    return labels.of(column, found) if isinstance(found, str) else f"{found:g}" if isinstance(found, float) else str(found)


def values(labels, found: dict) -> list[tuple[str, str]]:
    """Facts or results in words, those that say something."""
    return [(labels.of(name), value(labels, name, one)) for name, one in found.items() if one not in (None, (), [])]
