"""The flow of a trajectory: drafted by one of the team, signed by another, then out; a newer one takes its place, it is never changed."""

TRAJECTORY = {
    "flow": "trajectory",
    "label": {"zh": "公开轨迹", "en": "Published trajectory"},
    "states": [
        ("drafted", "待审核公布", "to be reviewed", "duty_officer", "review"),
        ("published", "已公布", "published"),
        ("dropped", "作废，没有公布", "dropped"),
    ],
    "steps": [
        ("draft_trajectory", "起草公开轨迹", "draft", ["drafted"], None, ["epidemiologist", "duty_officer"]),
        ("mend_trajectory", "修改", "mend", ["drafted"], None, ["epidemiologist", "duty_officer"]),
        ("publish_trajectory", "审核公布", "sign and publish", ["drafted"], "published", ["duty_officer", "county_leader"]),
        ("drop_trajectory", "作废", "drop", ["drafted"], "dropped", ["epidemiologist", "duty_officer"]),
    ],
}

FLOWS = [TRAJECTORY]
