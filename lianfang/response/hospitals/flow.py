"""Flows of infection control: the weekly report, a problem found, and the reminder of a day."""

WARD = ["hospital", "epidemiologist", "duty_officer"]
TEAM = ["epidemiologist", "duty_officer"]

WEEK = {
    "flow": "infection_week",
    "label": {"zh": "院感周报", "en": "Weekly infection-control report"},
    "states": [
        ("draft", "待填报", "to be filled in", "hospital", "fill"),
        ("submitted", "已上报，待审核", "submitted, to be looked at", "epidemiologist", "review"),
        ("returned", "退回，待改", "returned, to be mended", "hospital", "mend"),
        ("accepted", "已审核", "accepted"),
        ("waived", "免报", "waived"),
    ],
    "steps": [
        ("open_week", "开始一周", "open", ["draft"], None, ["system"]),
        ("save_draft", "先存着", "keep a draft", ["draft", "returned"], None, WARD),
        ("submit", "上报", "submit", ["draft", "returned"], "submitted", WARD),
        ("correct", "订正", "correct", ["submitted", "accepted"], None, WARD),
        ("send_back", "退回", "send back", ["submitted"], "returned", TEAM),
        ("accept", "审核通过", "accept", ["submitted"], "accepted", TEAM),
        ("waive", "免报", "waive", ["draft", "returned"], "waived", ["system", *TEAM]),
    ],
}

PROBLEM = {
    "flow": "infection_problem",
    "label": {"zh": "院感问题", "en": "Infection-control problem"},
    "states": [
        ("found", "待整改", "to be mended", "hospital", "problem"),
        ("mended", "已整改，待核销", "mended, to be checked", "epidemiologist", "check"),
        ("closed", "已销号", "closed"),
    ],
    "steps": [
        ("find_problem", "登记问题", "record a problem", ["found"], None, WARD),
        ("mend_problem", "整改完成", "mend", ["found"], "mended", WARD),
        ("reopen_problem", "没改好，退回", "reopen", ["mended"], "found", TEAM),
        ("close_problem", "核销", "close", ["mended"], "closed", TEAM),
    ],
}

REMINDER = {
    "flow": "infection_reminder",
    "label": {"zh": "院感日提醒", "en": "Daily reminder of infection control"},
    "states": [
        ("told", "今天要提醒到科室", "to be passed on today", "hospital", "reminder"),
        ("passed_on", "已提醒", "passed on"),
        ("lapsed", "当天没有确认", "not confirmed that day"),
    ],
    "steps": [
        ("remind", "日提醒", "remind", ["told"], None, ["system"]),
        ("pass_on", "已提醒到科室", "pass on", ["told"], "passed_on", WARD),
        ("lapse", "过期", "lapse", ["told"], "lapsed", ["system"]),
    ],
}

FLOWS = [WEEK, PROBLEM, REMINDER]
