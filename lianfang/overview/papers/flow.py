"""The flows of a paper that goes out, and of a unit's zero report."""

OFFICE = ["duty_officer", "epidemiologist"]

PAPER = {
    "flow": "paper",
    "label": {"zh": "周报、新闻通稿", "en": "Weekly bulletin, release"},
    "states": [
        ("drafted", "待审签", "to be approved", "county_leader", "approve"),
        ("approved", "待发布", "to be published", "duty_officer", "publish"),
        ("published", "已发布", "published"),
        ("withdrawn", "不发了", "withdrawn"),
    ],
    "steps": [
        ("draft_paper", "起草", "draft", ["drafted"], None, OFFICE),
        ("redraft_paper", "改稿", "draft again", ["drafted"], None, OFFICE),
        ("approve_paper", "审签", "approve", ["drafted"], "approved", ["county_leader", "duty_officer"]),
        ("publish_paper", "发布", "publish", ["approved"], "published", OFFICE),
        ("withdraw_paper", "不发了", "withdraw", ["drafted", "approved"], "withdrawn", [*OFFICE, "county_leader"]),
    ],
}
ZERO = {
    "flow": "zero_report",
    "label": {"zh": "每日零报告", "en": "Daily zero report"},
    "states": [
        ("due", "待报", "due", "township_cadre", "due"),
        ("stated", "已报", "stated"),
        ("missed", "没有报", "missed"),
    ],
    "steps": [
        ("open_zero", "布置", "ask for", ["due"], None, ["system"]),
        ("state_zero", "零报告", "zero report", ["due"], "stated", ["township_cadre", "village_cadre", "duty_officer"]),
        ("mend_zero", "改报", "state again", ["stated"], None, ["township_cadre", "village_cadre", "duty_officer"]),
        ("close_zero", "过了时间", "close", ["due"], "missed", ["system"]),
    ],
}

FLOWS = [PAPER, ZERO]
