"""Flows of screening: what a roster left in doubt, and a lead until it is answered; plain tables."""

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

LEAD = {
    "flow": "lead",
    "label": {"zh": "线索核查", "en": "Lead"},
    "states": [
        ("open", "待核查", "to be looked for", "grid_worker", "lead"),
        ("answered", "已回复", "answered"),
    ],
    "steps": [
        ("pass_lead", "转给别的单位", "pass on", ["open"], "open", ["grid_worker", *CADRES]),
        ("answer_lead", "回复", "answer", ["open"], "answered", ["grid_worker", *CADRES]),
    ],
}

FLOWS = [ADDRESS, NAME]
LEADS = [LEAD]
