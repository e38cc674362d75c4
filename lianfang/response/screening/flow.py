"""Flows of screening: what a roster left in doubt; plain tables."""

CADRES = ["village_cadre", "township_cadre", "duty_officer"]

ADDRESS = {
    "flow": "address_doubt",
    "label": {"zh": "住址待落实", "en": "Address to be placed"},
    "states": [
        ("unplaced", "待落到门户", "to be placed", "village_cadre", "place"),
        ("placed", "已落实", "placed"),
    ],
    "steps": [("place_person", "落到门户", "place this person", ["unplaced"], "placed", CADRES)],
}

NAME = {
    "flow": "name_doubt",
    "label": {"zh": "同证异名待核实", "en": "One number, two names"},
    "states": [
        ("disputed", "待核实姓名", "name to be verified", "township_cadre", "name"),
        ("resolved", "已核实", "verified"),
    ],
    "steps": [("resolve_name", "核实姓名", "resolve", ["disputed"], "resolved", CADRES)],
}

FLOWS = [ADDRESS, NAME]
