"""The flow of a drive: it runs until all are through, or is called off."""

LEADERS = ["duty_officer", "township_cadre", "village_cadre", "epidemiologist"]

DRIVE = {
    "flow": "drive",
    "label": {"zh": "突击排查", "en": "Drive"},
    "states": [
        ("running", "进行中", "running", "duty_officer", "whole"),
        ("finished", "全部到位", "all are through"),
        ("called_off", "已中止", "called off"),
    ],
    "steps": [
        ("begin", "开始", "begin", ["running"], None, LEADERS),
        ("finish", "全部到位", "finish", ["running"], "finished", ["system"]),
        ("call_off", "中止", "call off", ["running"], "called_off", LEADERS),
    ],
}

FLOWS = [DRIVE]
