"""Flows of screening: what a roster left in doubt; plain tables."""

CADRES = ["village_cadre", "township_cadre", "duty_officer"]


def _state(code, zh, en, owner=None, clock=None):
    return {"state": code, "label": {"zh": zh, "en": en}, "owner": owner, "clock": clock, "final": owner is None}


def _step(code, zh, en, sources, target, by):
    return {"step": code, "label": {"zh": zh, "en": en}, "from": sources, "to": target, "by": by}


ADDRESS = {
    "flow": "address_doubt",
    "label": {"zh": "住址待落实", "en": "Address to be placed"},
    "states": [
        _state("unplaced", "待落到门户", "to be placed", "village_cadre", "place"),
        _state("placed", "已落实", "placed"),
    ],
    "steps": [_step("place_person", "落到门户", "place this person", ["unplaced"], "placed", CADRES)],
}

NAME = {
    "flow": "name_doubt",
    "label": {"zh": "同证异名待核实", "en": "One number, two names"},
    "states": [
        _state("disputed", "待核实姓名", "name to be verified", "township_cadre", "name"),
        _state("resolved", "已核实", "verified"),
    ],
    "steps": [_step("resolve_name", "核实姓名", "resolve", ["disputed"], "resolved", CADRES)],
}

FLOWS = [ADDRESS, NAME]
