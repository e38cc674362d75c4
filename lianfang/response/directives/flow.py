"""Flows of a directive, of its receipts, of one thing to be done, of a shift at the duty desk, of a good practice offered to a unit."""

LEADS = ["county_leader", "duty_officer"]
OFFICES = [*LEADS, "township_cadre"]
GIVERS = [*OFFICES, "village_cadre"]
DOERS = [*GIVERS, "grid_worker", "epidemiologist", "laboratory", "hospital", "checkpoint_post", "supervisor", "administrator"]
BEFORE_DONE = ["given", "taken", "sent_back"]

DIRECTIVE = {
    "flow": "directive",
    "label": {"zh": "指令", "en": "Directive"},
    "states": [
        ("issued", "执行中", "being carried out", "duty_officer", "directive"),
        ("closed", "已办结", "closed"),
        ("replaced", "已被新指令代替", "replaced"),
        ("withdrawn", "已撤回", "withdrawn"),
    ],
    "steps": [
        ("issue", "下达", "issue", ["issued"], None, ["system", *OFFICES]),
        ("close_directive", "办结", "close", ["issued"], "closed", ["system", *OFFICES]),
        ("replace_directive", "用新指令代替", "replace", ["issued"], "replaced", OFFICES),
        ("withdraw_directive", "撤回", "withdraw", ["issued"], "withdrawn", OFFICES),
    ],
}

RECEIPT = {
    "flow": "receipt",
    "label": {"zh": "指令回执", "en": "Receipt of a directive"},
    "states": [
        ("waiting", "待签收", "to be received", "grid_worker", "receipt"),
        ("received", "已签收", "received"),
        ("lapsed", "不用再签收", "no longer needed"),
    ],
    "steps": [
        ("send_directive", "发到", "send", ["waiting"], None, ["system"]),
        ("receive", "签收", "receive", ["waiting"], "received", DOERS),
        ("feed_back", "反馈落实情况", "tell what was done", ["received"], None, DOERS),
        ("lapse_receipt", "不用再签收", "lapse", ["waiting"], "lapsed", ["system"]),
    ],
}

TASK = {
    "flow": "task",
    "label": {"zh": "督办事项", "en": "Thing to be done"},
    "states": [
        ("given", "待接办", "to be taken", "grid_worker", "task"),
        ("taken", "在办", "being done", "grid_worker", "task"),
        ("sent_back", "退回重办", "sent back", "grid_worker", "mend"),
        ("done", "已办，待核查", "done, to be checked", "duty_officer", "check"),
        ("closed", "已办结", "closed"),
        ("excused", "说明理由，不再办", "excused"),
        ("withdrawn", "已撤回", "withdrawn"),
    ],
    "steps": [
        ("give", "交办", "give", ["given"], None, ["system", *GIVERS]),
        ("take", "接办", "take", ["given"], "taken", DOERS),
        ("pass_down", "分给下级", "pass down", BEFORE_DONE, "taken", GIVERS),
        ("do", "办好了", "done", BEFORE_DONE, "done", DOERS),
        ("send_back", "没办好，退回", "send back", ["done"], "sent_back", GIVERS),
        ("close_task", "核查属实，办结", "checked and closed", ["done"], "closed", GIVERS),
        ("defer", "改时限", "defer", BEFORE_DONE, None, GIVERS),
        ("excuse", "说明理由，不再办", "excuse", [*BEFORE_DONE, "done"], "excused", GIVERS),
        ("withdraw_task", "撤回", "withdraw", [*BEFORE_DONE, "done"], "withdrawn", ["system", *GIVERS]),
    ],
}

SHIFT = {
    "flow": "desk_shift",
    "label": {"zh": "值班", "en": "Shift at the duty desk"},
    "states": [
        ("on", "当班", "on duty", "duty_officer", "desk_shift"),
        ("handed", "待接班", "to be taken over", "duty_officer", "handover"),
        ("taken_over", "已交接", "taken over"),
    ],
    "steps": [
        ("begin_desk", "上班", "begin", ["on"], None, GIVERS),
        ("hand_over_desk", "交班", "hand over", ["on"], "handed", GIVERS),
        ("take_over_desk", "接班", "take over", ["handed"], "taken_over", GIVERS),
    ],
}

ADOPTION = {
    "flow": "adoption",
    "label": {"zh": "好做法推广", "en": "Good practice offered to a unit"},
    "states": [
        ("asked", "待答复用不用", "to be answered", "grid_worker", "adoption"),
        ("adopted", "已采用", "adopted"),
        ("set_aside", "不适用", "not applicable"),
    ],
    "steps": [
        ("spread", "推广", "spread", ["asked"], None, GIVERS),
        ("adopt", "采用", "adopt", ["asked"], "adopted", DOERS),
        ("set_aside", "不适用", "not applicable", ["asked"], "set_aside", DOERS),
    ],
}

FLOWS = [DIRECTIVE, RECEIPT, TASK, SHIFT, ADOPTION]
