"""The flow of something a sensor told that somebody must look at: by the minder, by the township when it repeats."""

LOOKING = ["grid_worker", "village_cadre", "township_cadre", "duty_officer"]

DOOR_ALERT = {
    "flow": "door_alert",
    "label": {"zh": "门磁提醒", "en": "Door alert"},
    "states": [
        ("open", "待上门看一眼", "to be looked at", "village_cadre", "look"),
        ("raised", "反复或人不在，待乡镇", "repeated, with the township", "township_cadre", "raised"),
        ("answered", "已看过", "looked at"),
        ("explained", "已有登记的原因", "explained by a record"),
        ("lapsed", "门磁已拆，不再需要", "no longer needed"),
    ],
    "steps": [
        ("raise_door_alert", "提醒", "raise", ["open"], None, ["system"]),
        ("pass_up_alert", "报乡镇", "pass to the township", ["open"], "raised", ["system"]),
        ("answer_alert", "看过了", "answer", ["open", "raised"], "answered", LOOKING),
        ("explain_alert", "按登记办结", "explain", ["open", "raised"], "explained", ["system"]),
        ("lapse_alert", "作废", "let lapse", ["open", "raised"], "lapsed", ["system"]),
    ],
}

FLOWS = [DOOR_ALERT]
