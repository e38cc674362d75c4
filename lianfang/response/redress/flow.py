"""Flows of redress: the appeal against a measure, and the correction of a record; plain tables."""

CADRES = ["village_cadre", "township_cadre", "duty_officer"]
ANSWERERS = ["township_cadre", "duty_officer", "county_leader"]
TYPISTS = ["system", "grid_worker", *CADRES]  # the person himself acts through the portal

APPEAL = {
    "flow": "appeal",
    "label": {"zh": "申诉", "en": "Appeal"},
    "states": [
        ("open", "待乡镇答复", "to be answered by the township", "township_cadre", "appeal"),
        ("open_above", "待县答复", "to be answered by the county", "county_leader", "appeal_above"),
        ("excepting", "已同意，待批例外", "agreed, exception to be approved", "county_leader", "appeal_exception"),
        ("upheld", "维持", "upheld"),
        ("changed", "已改正", "changed"),
        ("withdrawn", "本人撤回", "withdrawn"),
    ],
    "steps": [
        ("appeal", "申诉", "appeal", ["open"], None, TYPISTS),
        ("pass_up", "转县答复", "pass up", ["open"], "open_above", ["system"]),
        ("uphold", "维持", "uphold", ["open", "open_above"], "upheld", ANSWERERS),
        ("change", "改正", "change", ["open", "open_above"], "changed", ANSWERERS),
        ("agree_exception", "同意例外", "agree to an exception", ["open", "open_above"], "excepting", ANSWERERS),
        ("settle", "例外已批", "exception approved", ["excepting"], "changed", ["system"]),
        ("reopen", "例外没批", "exception refused", ["excepting"], "open_above", ["system"]),
        ("withdraw", "撤回", "withdraw", ["open", "open_above", "excepting"], "withdrawn", TYPISTS),
    ],
}

CORRECTION = {
    "flow": "correction",
    "label": {"zh": "更正", "en": "Correction"},
    "states": [
        ("open", "待核实", "to be looked at", "village_cadre", "correction"),
        ("corrected", "已更正", "corrected"),
        ("kept", "核实后没有改", "left as it is"),
        ("withdrawn", "本人撤回", "withdrawn"),
    ],
    "steps": [
        ("claim", "提出更正", "claim", ["open"], None, TYPISTS),
        ("correct", "更正", "correct", ["open"], "corrected", CADRES),
        ("leave_as_is", "不改", "leave as it is", ["open"], "kept", CADRES),
        ("drop_claim", "撤回", "withdraw", ["open"], "withdrawn", TYPISTS),
    ],
}

FLOWS = [APPEAL, CORRECTION]
