"""The flow of a change of told figures: asked by one, confirmed or refused by another."""

OFFICE = ["duty_officer", "epidemiologist"]

CHANGE = {
    "flow": "figure_change",
    "label": {"zh": "更正统计数字", "en": "Change of figures"},
    "states": [
        ("asked", "待另一位核准", "to be confirmed by another", "duty_officer", "confirm"),
        ("stands", "已更正", "changed"),
        ("refused", "不更正", "not changed"),
    ],
    "steps": [
        ("ask_change", "提请更正", "ask for a change", ["asked"], None, OFFICE),
        ("change", "更正", "change", ["asked"], "stands", OFFICE),
        ("refuse_change", "不更正", "refuse the change", ["asked"], "refused", OFFICE),
    ],
}

FLOWS = [CHANGE]
