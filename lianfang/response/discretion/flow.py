"""Flows of discretion: the glimpse from outside a unit, and the protection of an address; plain tables."""

LOOKING = ["duty_officer", "township_cadre", "epidemiologist"]
COMMAND = ["duty_officer", "county_leader"]

GLIMPSE = {
    "flow": "glimpse",
    "label": {"zh": "辖区外查看", "en": "Glimpse from outside"},
    "states": [
        ("open", "待属地过目", "to be read by the person's township", "township_cadre", "glimpse"),
        ("seen", "属地已过目", "read"),
        ("ended", "被属地提前结束", "ended early"),
    ],
    "steps": [
        ("break_glass", "限时查看", "break the glass", ["open"], None, LOOKING),
        ("acknowledge", "知道了", "acknowledge", ["open"], "seen", ["township_cadre", "duty_officer"]),
        ("end_glimpse", "提前结束", "end early", ["open"], "ended", ["township_cadre", "duty_officer"]),
    ],
}

PROTECTION = {
    "flow": "protection",
    "label": {"zh": "住址保护", "en": "Protected address"},
    "states": [
        ("asked", "已隐去，待另一人批准", "hidden, to be approved by another", "county_leader", "asked"),
        ("standing", "保护中", "protected", "duty_officer", "standing"),
        ("over", "到期，待延长或结束", "over, to be renewed or ended", "duty_officer", "over"),
        ("refused", "没有批准，已恢复", "refused, restored"),
        ("ended", "已结束", "ended"),
    ],
    "steps": [
        ("protect", "提出保护", "protect", ["asked"], None, COMMAND),
        ("agree_protection", "批准", "agree", ["asked"], "standing", COMMAND),
        ("refuse_protection", "不批准", "refuse", ["asked"], "refused", COMMAND),
        ("renew_protection", "延长", "renew", ["standing", "over"], "standing", COMMAND),
        ("lapse_protection", "到期", "lapse", ["standing"], "over", ["system"]),
        ("end_protection", "结束", "end", ["standing", "over"], "ended", COMMAND),
    ],
}

FLOWS = [GLIMPSE, PROTECTION]
