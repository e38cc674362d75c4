"""Flows of doorstep: the campaign, each grid's share of it, the call that is made again, and the seal slip; plain tables."""

CADRES = ["village_cadre", "township_cadre", "duty_officer"]
CALLERS = ["grid_worker", *CADRES]

CAMPAIGN = {
    "flow": "campaign",
    "label": {"zh": "入户排查", "en": "Door-to-door campaign"},
    "states": [
        ("running", "进行中", "running", "township_cadre", "campaign"),
        ("closed", "已结束", "closed"),
    ],
    "steps": [
        ("launch", "开始", "launch", ["running"], None, CADRES),
        ("close", "结束", "close", ["running"], "closed", CADRES),
    ],
}

SHARE = {
    "flow": "share",
    "label": {"zh": "网格排查", "en": "A grid's share"},
    "states": [
        ("open", "还有没答复的户", "doors not yet answered", "grid_worker", "share"),
        ("done", "都有答复", "every door answered"),
        ("ended", "排查已结束", "campaign over"),
    ],
    "steps": [
        ("share_out", "分到网格", "share out", ["open"], None, ["system"]),
        ("finish", "都有答复", "finish", ["open"], "done", ["system"]),
        ("end_share", "随排查结束", "end with the campaign", ["open"], "ended", ["system"]),
    ],
}

CALL = {
    "flow": "call",
    "label": {"zh": "再次上门", "en": "Call again"},
    "states": [
        ("due", "待再上门", "to be called on again", "grid_worker", "call"),
        ("due_cadre", "待干部上门", "for the village cadre", "village_cadre", "call"),
        ("made", "已上门", "called on"),
        ("lapsed", "不再需要", "no longer needed"),
    ],
    "steps": [
        ("call_again", "安排再上门", "plan a call", ["due"], None, ["system"]),
        ("hand_up_call", "转干部上门", "hand to the cadre", ["due"], "due_cadre", ["system"]),
        ("make_call", "上过门", "make the call", ["due", "due_cadre"], "made", ["system"]),
        ("lapse_call", "作废", "let lapse", ["due", "due_cadre"], "lapsed", ["system"]),
    ],
}

SEAL = {
    "flow": "seal",
    "label": {"zh": "骑缝条", "en": "Seal slip"},
    "states": [
        ("printed", "待张贴", "to be posted", "grid_worker", "post_seal"),
        ("posted", "已张贴，待查看", "posted, to be looked at", "grid_worker", "seal_round"),
        ("broken", "破损，今天上门", "broken, call today", "grid_worker", "seal_broken"),
        ("answered", "破损已上门", "broken and called on"),
        ("lifted", "已揭除", "taken off"),
        ("spoilt", "作废", "spoilt"),
    ],
    "steps": [
        ("print_seal", "打印", "print", ["printed"], None, CALLERS),
        ("post_seal", "张贴", "post", ["printed"], "posted", CALLERS),
        ("check_seal", "完好", "found intact", ["posted"], "posted", CALLERS),
        ("break_seal", "破损", "found broken", ["posted"], "broken", ["system"]),
        ("answer_seal", "破损已上门", "called on", ["broken"], "answered", ["system"]),
        ("lift_seal", "揭除", "take off", ["posted", "broken"], "lifted", CALLERS),
        ("spoil_seal", "作废", "spoil", ["printed"], "spoilt", CALLERS),
    ],
}

MISMATCH = {
    "flow": "mismatch",
    "label": {"zh": "三对照不一致", "en": "Three lists differ"},
    "states": [
        ("open", "待核实", "to be settled", "village_cadre", "mismatch"),
        ("settled", "已核实", "settled"),
    ],
    "steps": [
        ("compare", "对照", "compare", ["open"], None, CADRES),
        ("settle_mismatch", "核实", "settle", ["open"], "settled", CADRES),
    ],
}

LEAVE = {
    "flow": "leave",
    "label": {"zh": "管控人员出入", "en": "Leave and return"},
    "states": [
        ("out", "外出未归", "out", "grid_worker", "leave"),
        ("back", "已回来", "back"),
    ],
    "steps": [
        ("let_out", "登记外出", "let out", ["out"], None, CALLERS),
        ("come_back", "登记回来", "come back", ["out"], "back", CALLERS),
    ],
}

FLOWS = [CAMPAIGN, SHARE, CALL, SEAL, MISMATCH, LEAVE]
