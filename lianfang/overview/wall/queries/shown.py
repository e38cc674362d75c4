"""What a screen is told at each question: figures in its language, how it is steered, and a digest that tells whether anything is new."""
import hashlib

from lianfang.ground.days import day_of
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.agenda import spoken

from ..models import PANELS
from ..rules import HANDS, figure_word, least, placed, term

BELOW = {"county": "township", "township": "village"}
OUT_OF = 4  # quarters of the map's scale


def shown(screen, counted, build, at) -> dict:
    """One answer for a screen; its words are those of the language in force."""
    on, found = day_of(at), counted.figures
    wanted = placed(on)
    return {
        "build": build, "at": counted.at.timestamp(), "unit": screen.unit.name, "since": found["since"],
        "steer": {"version": screen.version, "figure": screen.figure, "panel": screen.panel, "paused": screen.is_paused},
        "terms": {what: term(what, on) for what in ("ask", "stale", "turn")},
        "hands": {hand: [_figure(one, found) for one in wanted if one.hand == hand] for hand in HANDS},
        "map": {"units": found["units"], "late": found["late"]["below"],
                "figures": [_mapped(one, found["cells"]) for one in wanted if one.code in found["cells"]]},
        "levels": [[level, *some] for level, some in found["late"]["levels"].items()],
        "alarms": [_alarm(one, dict(map(tuple, found["units"])), screen.unit) for one in found["alarms"]],
        "curves": found["curves"], "shape": found["shape"],
        "least": least(BELOW[screen.unit.level], on),
        "coming": [_coming(one) for one in found["coming"]],
    }


def _figure(one, found):
    """A figure of a hand: its word, value and base; `is_known` is false where the county counts nothing of the kind, `opens` tells from
    when on it is filled today."""
    whole = found["whole"]
    return {"code": one.code, "word": figure_word(one.code), "is_known": one.code in whole, "value": whole.get(one.code),
            "against": whole.get(one.against) if one.against else None, "is_rate": bool(one.against), "tone": one.tone,
            "opens": found["opens"].get(one.code)}


def _mapped(one, cells):
    """A figure on the map with its value by unit, and the bounds of its shades."""
    known = sorted(n for n in cells[one.code].values() if n)
    bounds = sorted({known[len(known) * part // OUT_OF] for part in range(1, OUT_OF)}) if known else []
    return {"code": one.code, "word": figure_word(one.code), "cells": cells[one.code], "bounds": bounds, "tone": one.tone}


def _alarm(one, names, unit):
    return {"key": f"{one['flow']}:{one['unit']}", "word": str(FLOWS[one["flow"]]), "place": names.get(one["unit"], unit.name),
            "n": one["n"], "since": one["since"]}


def _coming(one):
    return {**one, "title": spoken(one["title"]), "note": spoken(one["note"])}


def panels() -> list[tuple]:
    """The panels in the reader's language."""
    return [(code, str(word)) for code, word in PANELS.items()]


def digest(screen, counted, build) -> str:
    """The same as long as the answer would be."""
    told = repr((build, counted.at, screen.version, screen.language, screen.unit.name))
    return hashlib.sha256(told.encode()).hexdigest()[:20]
