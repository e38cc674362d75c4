"""Flows of a risk level, of a ring round a case, and of one measure in a ring; plain tables."""

TEAM = ["epidemiologist", "duty_officer"]
POWER = ["duty_officer", "county_leader", "epidemiologist"]

LEVEL = {
    "flow": "level",
    "label": {"zh": "风险等级", "en": "Risk level"},
    "states": [
        ("proposed", "待核定", "to be confirmed", "duty_officer", "level"),
        ("in_force", "执行中", "in force", "duty_officer", "level_look"),
        ("refused", "没有核定", "not confirmed"),
        ("withdrawn", "情况变了，已撤回", "withdrawn"),
        ("ended", "已结束", "ended"),
    ],
    "steps": [
        ("propose_level", "提出", "propose", ["proposed"], None, ["system", *TEAM]),
        ("confirm_level", "核定", "confirm", ["proposed"], "in_force", POWER),
        ("refuse_level", "不核定", "do not confirm", ["proposed"], "refused", POWER),
        ("withdraw_level", "撤回", "withdraw", ["proposed"], "withdrawn", ["system"]),
        ("follow_level", "由新等级接替", "follow", ["in_force"], "ended", ["system"]),
        ("end_level", "解除", "lift", ["in_force"], "ended", POWER),
    ],
}

RING = {
    "flow": "ring",
    "label": {"zh": "环状防控圈", "en": "Rings round a case"},
    "states": [
        ("proposed", "待核定", "to be confirmed", "duty_officer", "ring"),
        ("drawn", "执行中", "drawn", "duty_officer", "ring_look"),
        ("refused", "不划", "not drawn"),
        ("lifted", "已解除", "lifted"),
    ],
    "steps": [
        ("draw_ring", "提出", "propose", ["proposed"], None, ["system", *TEAM]),
        ("confirm_ring", "核定", "confirm", ["proposed"], "drawn", POWER),
        ("refuse_ring", "不划", "do not draw", ["proposed"], "refused", POWER),
        ("lift_ring", "解除", "lift", ["drawn"], "lifted", POWER),
    ],
}

TASK = {
    "flow": "ring_task",
    "label": {"zh": "圈内措施", "en": "Measure of a ring"},
    "states": [
        ("village_cadre", "待村（社区）落实", "with the village", "village_cadre", "ring_task"),
        ("township_cadre", "待乡镇落实", "with the township", "township_cadre", "ring_task"),
        ("duty_officer", "待县落实", "with the county", "duty_officer", "ring_task"),
        ("done", "已落实", "done"),
        ("dropped", "不再需要", "no longer needed"),
    ],
    "steps": [
        ("give_task", "交办", "give", ["village_cadre"], None, ["system"]),
        ("pass_to_township", "交乡镇", "pass to the township", ["village_cadre"], "township_cadre", ["system"]),
        ("pass_to_county", "交县", "pass to the county", ["village_cadre"], "duty_officer", ["system"]),
        ("do_task", "已落实", "done", ["village_cadre", "township_cadre", "duty_officer"], "done",
         ["village_cadre", "township_cadre", "duty_officer"]),
        ("drop_task", "不再需要", "drop", ["village_cadre", "township_cadre", "duty_officer"], "dropped", ["system"]),
    ],
}

FLOWS = [LEVEL, RING, TASK]
