"""Flows of a risk point and of a unit's weekly assessment; plain tables."""

DUTY = ["duty_officer", "county_leader", "township_cadre"]
OWNERS = [*DUTY, "village_cadre", "epidemiologist", "supervisor", "administrator"]
LEADS = ["village_cadre", "township_cadre", "duty_officer"]

POINT = {
    "flow": "risk_point",
    "label": {"zh": "风险点", "en": "Risk point"},
    "states": [
        ("watched", "在册，到期研判", "watched until its review", "duty_officer", "review"),
        ("risen", "有单位评高了，待研判", "rated worse by a unit, to be looked at", "duty_officer", "risen"),
        ("closed", "已销账", "closed"),
    ],
    "steps": [
        ("enter_point", "登记风险点", "enter", ["watched"], None, ["system", *DUTY]),
        ("rate_point", "研判定级", "rate", ["watched", "risen"], "watched", OWNERS),
        ("raise_point", "有单位评高了", "rated worse", ["watched"], "risen", ["system"]),
        ("order_measures", "交办措施", "order measures", ["watched", "risen"], None, DUTY),
        ("close_point", "销账", "close", ["watched", "risen"], "closed", DUTY),
    ],
}

WEEK = {
    "flow": "risk_week",
    "label": {"zh": "每周风险评估", "en": "Weekly risk assessment"},
    "states": [
        ("asked", "待评估", "to be assessed", "village_cadre", "week"),
        ("filed", "已评估", "assessed"),
        ("missed", "没有评估", "not assessed"),
    ],
    "steps": [
        ("ask_week", "布置本周评估", "ask", ["asked"], None, ["system"]),
        ("assess", "交本周评估", "assess", ["asked"], "filed", LEADS),
        ("miss_week", "过期没有评估", "pass over", ["asked"], "missed", ["system"]),
    ],
}

FLOWS = [POINT, WEEK]
