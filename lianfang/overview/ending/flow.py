"""The flow of an ending: proposed by one, approved by two of different units, revocable while it cools, then carried out to its end."""

LEADERS = ["county_leader", "duty_officer", "supervisor", "township_cadre"]

ENDING = {
    "flow": "ending",
    "label": {"zh": "应急结束", "en": "End of the emergency"},
    "states": [
        ("proposed", "待第一个单位批准", "to be approved by a first unit", "county_leader", "approve"),
        ("agreed", "待第二个单位批准", "to be approved by a second unit", "duty_officer", "approve"),
        ("cooling", "冷静期，可撤回", "cooling, may be revoked", "duty_officer", "cooling"),
        ("carrying", "正在删除", "being carried out", "duty_officer", "carry_out"),
        ("ended", "已删除，已出证明", "carried out and certified"),
        ("revoked", "已撤回", "revoked"),
    ],
    "steps": [
        ("propose", "提议结束应急", "propose", ["proposed"], None, LEADERS),
        ("agree", "第一个单位批准", "approve as the first unit", ["proposed"], "agreed", LEADERS),
        ("approve", "第二个单位批准", "approve as the second unit", ["agreed"], "cooling", LEADERS),
        ("revoke", "撤回", "revoke", ["proposed", "agreed", "cooling"], "revoked", LEADERS),
        ("carry_out", "开始删除", "carry out", ["cooling"], "carrying", LEADERS),
        ("finish", "出证明", "certify", ["carrying"], "ended", ["system"]),
    ],
}

FLOWS = [ENDING]
