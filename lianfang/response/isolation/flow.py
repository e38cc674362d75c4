"""Flows of isolation: the order, its daily checks, alarms, needs, reviews and hand-overs; plain tables."""

CADRES = ["village_cadre", "township_cadre", "duty_officer"]
WATCHERS = ["grid_worker", "village_cadre", "township_cadre", "duty_officer"]


def _state(code, zh, en, owner=None, clock=None):
    return {"state": code, "label": {"zh": zh, "en": en}, "owner": owner, "clock": clock, "final": owner is None}


def _step(code, zh, en, sources, target, by):
    return {"step": code, "label": {"zh": zh, "en": en}, "from": sources, "to": target, "by": by}


ORDER = {
    "flow": "order",
    "label": {"zh": "管控令", "en": "Order"},
    "states": [
        _state("issued", "待送达", "to be delivered", "village_cadre", "serve"),
        _state("running", "管控中", "running", "village_cadre", "release"),
        _state("released", "已解除", "released"),
        _state("in_hospital", "转诊留院", "in hospital"),
        _state("left_county", "已离县", "left the county"),
        _state("died", "死亡", "died"),
        _state("replaced", "改为其他措施", "other measure"),
        _state("lifted", "按规则撤销", "lifted by a row"),
        _state("over", "下达前已到期", "already over"),
    ],
    "steps": [
        _step("issue", "下达", "issue", ["issued"], None, ["system"]),
        _step("record_over", "登记已到期", "record as over", ["issued"], "over", ["system"]),
        _step("serve", "送达", "deliver", ["issued"], "running", WATCHERS),
        _step("extend", "延长", "extend", ["issued", "running"], None, ["system"]),
        _step("shorten", "缩短", "shorten", ["issued", "running"], None, ["system"]),
        _step("replace", "改措施", "replace", ["issued", "running"], "replaced", ["system"]),
        _step("lift", "按规则撤销", "lift", ["issued", "running"], "lifted", ["system"]),
        _step("assign_minder", "指定包保人", "assign a minder", ["issued", "running"], None, CADRES),
        _step("move", "转入", "move here", ["issued", "running"], None, ["system"]),
        _step("admit", "转诊留院", "admit to hospital", ["issued", "running"], "in_hospital", [*CADRES, "epidemiologist"]),
        _step("leave_county", "离县", "leave the county", ["issued", "running"], "left_county", CADRES),
        _step("record_death", "登记死亡", "record a death", ["issued", "running"], "died", CADRES),
        _step("release", "解除", "release", ["running"], "released", CADRES),
    ],
}

CHECK = {
    "flow": "check",
    "label": {"zh": "健康检查", "en": "Health check"},
    "states": [
        _state("due", "待检", "due", "grid_worker", "check"),
        _state("done", "已检", "done"),
        _state("lapsed", "不再需要", "no longer needed"),
    ],
    "steps": [
        _step("record_check", "填检查", "record", ["due"], "done", WATCHERS),
        _step("lapse_check", "作废", "let lapse", ["due"], "lapsed", ["system"]),
    ],
}

ALARM = {
    "flow": "alarm",
    "label": {"zh": "发热与症状告警", "en": "Alarm"},
    "states": [
        _state("open", "待处置", "to be answered", "township_cadre", "alarm"),
        _state("referred", "已转诊", "referred"),
        _state("dismissed", "已排除", "ruled out"),
    ],
    "steps": [
        _step("raise_alarm", "告警", "raise", ["open"], None, ["system"]),
        _step("refer", "转发热门诊", "refer to the clinic", ["open"], "referred", [*CADRES, "epidemiologist"]),
        _step("dismiss", "排除", "rule out", ["open"], "dismissed", [*CADRES, "epidemiologist"]),
    ],
}

NEED = {
    "flow": "need",
    "label": {"zh": "生活需求", "en": "Need"},
    "states": [
        _state("open", "待办", "open", "grid_worker", "need"),
        _state("met", "已送到", "met"),
        _state("dropped", "不再需要", "no longer needed"),
    ],
    "steps": [
        _step("ask", "提出需求", "ask", ["open"], None, WATCHERS),
        _step("meet", "送到", "meet", ["open"], "met", WATCHERS),
        _step("drop", "取消", "drop", ["open"], "dropped", WATCHERS),
    ],
}

REVIEW = {
    "flow": "review",
    "label": {"zh": "人工复核", "en": "Manual review"},
    "states": [
        _state("open", "待复核", "to be reviewed", "epidemiologist", "manual_review"),
        _state("decided", "已定", "decided"),
    ],
    "steps": [
        _step("ask_review", "提请复核", "ask for review", ["open"], None, ["system"]),
        _step("complete", "补齐事实再判定", "complete the facts", ["open"], "decided", [*CADRES, "epidemiologist"]),
    ],
}

HANDOVER = {
    "flow": "handover",
    "label": {"zh": "转交", "en": "Hand-over"},
    "states": [
        _state("offered", "待接收", "to be received", "village_cadre", "hand_over"),
        _state("received", "已接收", "received"),
        _state("returned", "已退回", "returned"),
    ],
    "steps": [
        _step("hand_over", "转交", "hand over", ["offered"], None, CADRES),
        _step("receive", "接收", "receive", ["offered"], "received", CADRES),
        _step("send_back", "退回", "send back", ["offered"], "returned", CADRES),
    ],
}

FLOWS = [ORDER, CHECK, ALARM, NEED, REVIEW, HANDOVER]
