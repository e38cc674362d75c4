"""Flows of isolation: the order, its daily checks, alarms, needs, reviews, hand-overs, exceptions, easings, switches; plain tables."""

CADRES = ["village_cadre", "township_cadre", "duty_officer"]
WATCHERS = ["grid_worker", "village_cadre", "township_cadre", "duty_officer"]

ORDER = {
    "flow": "order",
    "label": {"zh": "管控令", "en": "Order"},
    "states": [
        ("issued", "待送达", "to be delivered", "village_cadre", "serve"),
        ("running", "管控中", "running", "village_cadre", "release"),
        ("released", "已解除", "released"),
        ("in_hospital", "转诊留院", "in hospital"),
        ("left_county", "已离县", "left the county"),
        ("died", "死亡", "died"),
        ("replaced", "改为其他措施", "other measure"),
        ("lifted", "按规则撤销", "lifted by a row"),
        ("over", "下达前已到期", "already over"),
        ("expired", "更正后已到期", "over by correction"),
        ("set_aside", "按例外停止", "set aside by an exception"),
    ],
    "steps": [
        ("issue", "下达", "issue", ["issued"], None, ["system"]),
        ("record_over", "登记已到期", "record as over", ["issued"], "over", ["system"]),
        ("serve", "送达", "deliver", ["issued"], "running", WATCHERS),
        ("extend", "延长", "extend", ["issued", "running"], None, ["system"]),
        ("shorten", "缩短", "shorten", ["issued", "running"], None, ["system"]),
        ("replace", "改措施", "replace", ["issued", "running"], "replaced", ["system"]),
        ("lift", "按规则撤销", "lift", ["issued", "running"], "lifted", ["system"]),
        ("expire", "更正为已到期", "correct to already over", ["issued", "running"], "expired", ["system"]),
        ("set_aside", "按例外停止", "set aside", ["issued", "running"], "set_aside", ["system"]),
        ("assign_minder", "指定包保人", "assign a minder", ["issued", "running"], None, CADRES),
        ("move", "转入", "move here", ["issued", "running"], None, ["system"]),
        ("admit", "转诊留院", "admit to hospital", ["issued", "running"], "in_hospital", [*CADRES, "epidemiologist"]),
        ("leave_county", "离县", "leave the county", ["issued", "running"], "left_county", CADRES),
        ("record_death", "登记死亡", "record a death", ["issued", "running"], "died", CADRES),
        ("release", "解除", "release", ["running"], "released", CADRES),
    ],
}

CHECK = {
    "flow": "check",
    "label": {"zh": "健康检查", "en": "Health check"},
    "states": [
        ("due", "待检", "due", "grid_worker", "check"),
        ("done", "已检", "done"),
        ("lapsed", "不再需要", "no longer needed"),
    ],
    "steps": [
        ("record_check", "填检查", "record", ["due"], "done", WATCHERS),
        ("read_again", "再量一次", "measure again", ["done"], None, WATCHERS),
        ("lapse_check", "作废", "let lapse", ["due"], "lapsed", ["system"]),
    ],
}

ALARM = {
    "flow": "alarm",
    "label": {"zh": "发热与症状告警", "en": "Alarm"},
    "states": [
        ("open", "待处置", "to be answered", "township_cadre", "alarm"),
        ("referred", "已转诊", "referred"),
        ("dismissed", "已排除", "ruled out"),
        ("lapsed", "不再需要", "no longer needed"),
    ],
    "steps": [
        ("raise_alarm", "告警", "raise", ["open"], None, ["system"]),
        ("refer", "转发热门诊", "refer to the clinic", ["open"], "referred", [*CADRES, "epidemiologist"]),
        ("dismiss", "排除", "rule out", ["open"], "dismissed", [*CADRES, "epidemiologist"]),
        ("lapse_alarm", "作废", "let lapse", ["open"], "lapsed", ["system"]),
    ],
}

NEED = {
    "flow": "need",
    "label": {"zh": "生活需求", "en": "Need"},
    "states": [
        ("open", "待办", "open", "grid_worker", "need"),
        ("met", "已送到", "met"),
        ("dropped", "不再需要", "no longer needed"),
    ],
    "steps": [
        ("ask", "提出需求", "ask", ["open"], None, WATCHERS),
        ("meet", "送到", "meet", ["open"], "met", WATCHERS),
        ("drop", "取消", "drop", ["open"], "dropped", WATCHERS),
    ],
}

REVIEW = {
    "flow": "review",
    "label": {"zh": "人工复核", "en": "Manual review"},
    "states": [
        ("open", "待复核", "to be reviewed", "epidemiologist", "manual_review"),
        ("decided", "已定", "decided"),
        ("dropped", "不再需要", "no longer needed"),
    ],
    "steps": [
        ("ask_review", "提请复核", "ask for review", ["open"], None, ["system"]),
        ("complete", "补齐事实再判定", "complete the facts", ["open"], "decided", [*CADRES, "epidemiologist"]),
        ("drop_review", "撤回", "withdraw", ["open"], "dropped", ["system"]),
    ],
}

HANDOVER = {
    "flow": "handover",
    "label": {"zh": "转交", "en": "Hand-over"},
    "states": [
        ("offered", "待接收", "to be received", "village_cadre", "hand_over"),
        ("received", "已接收", "received"),
        ("returned", "已退回", "returned"),
    ],
    "steps": [
        ("hand_over", "转交", "hand over", ["offered"], None, CADRES),
        ("receive", "接收", "receive", ["offered"], "received", CADRES),
        ("send_back", "退回", "send back", ["offered"], "returned", CADRES),
    ],
}

DEVIATION = {
    "flow": "deviation",
    "label": {"zh": "例外", "en": "Exception"},
    "states": [
        ("asked", "待县批准", "to be approved by the county", "duty_officer", "exception"),
        ("asked_below", "待乡镇批准", "to be approved by the township", "township_cadre", "exception"),
        ("standing", "已批准，待督查", "in force, to be looked at", "supervisor", "exception_look"),
        ("watched", "督查已看，待到期", "in force, looked at", "supervisor", "exception_ends"),
        ("refused", "没有批准", "not approved"),
        ("stopped", "提前终止", "stopped early"),
        ("expired", "到期，按表恢复", "over, the table holds again"),
    ],
    "steps": [
        ("deviate", "申请例外", "ask for an exception", ["asked"], None, [*CADRES, "epidemiologist"]),
        ("pass_down", "转乡镇批准", "pass to the township", ["asked"], "asked_below", ["system"]),
        ("approve_deviation", "批准例外", "approve", ["asked", "asked_below"], "standing", [*CADRES, "epidemiologist"]),
        ("refuse_deviation", "不批准例外", "refuse", ["asked", "asked_below"], "refused", [*CADRES, "epidemiologist"]),
        ("see_deviation", "督查例外", "look at", ["standing"], "watched", ["supervisor", "county_leader"]),
        ("stop_deviation", "终止例外", "stop early", ["standing", "watched"], "stopped", ["supervisor", "county_leader"]),
        ("expire_deviation", "例外到期", "let expire", ["standing", "watched"], "expired", ["system"]),
    ],
}

HELD = {
    "flow": "held",
    "label": {"zh": "成批管控", "en": "Measures in bulk"},
    "states": [
        ("held", "扣下待督查", "held for the supervisor", "supervisor", "bulk"),
        ("agreed", "督查已同意，待县领导", "agreed, to be let through", "county_leader", "bulk"),
        ("let", "已放行", "let through"),
        ("refused", "没有放行", "refused"),
    ],
    "steps": [
        ("hold", "扣下", "hold", ["held"], None, ["system"]),
        ("agree_held", "同意", "agree", ["held"], "agreed", ["supervisor", "county_leader"]),
        ("let_through", "放行", "let through", ["agreed"], "let", ["supervisor", "county_leader"]),
        ("refuse_held", "不放行", "refuse", ["held", "agreed"], "refused", ["supervisor", "county_leader"]),
    ],
}

EASING = {
    "flow": "easing",
    "label": {"zh": "放宽核实", "en": "Easing looked into"},
    "states": [
        ("open", "已先放宽，待另一单位核实", "eased, to be confirmed", "supervisor", "easing"),
        ("confirmed", "属实", "confirmed"),
        ("denied", "不属实，接着管控", "denied, the order goes on"),
    ],
    "steps": [
        ("ease", "先行放宽", "ease", ["open"], None, ["system"]),
        ("confirm_easing", "核实属实", "confirm", ["open"], "confirmed", ["supervisor", "county_leader"]),
        ("deny_easing", "不属实", "deny", ["open"], "denied", ["supervisor", "county_leader"]),
    ],
}

SWITCH = {
    "flow": "switch",
    "label": {"zh": "换版重判", "en": "Rows change by date"},
    "states": [
        ("listing", "正在列名单", "being listed", "duty_officer", "switch"),
        ("proposed", "名单待核定", "to be confirmed", "duty_officer", "switch"),
        ("confirmed", "已核定，待第二人放行", "confirmed, to be let through", "county_leader", "switch"),
        ("running", "正在逐人执行", "being carried out", "duty_officer", "switch"),
        ("applied", "已执行", "carried out"),
        ("nobody", "没有人要变", "nobody changes"),
        ("refused", "不执行，原令不变", "not carried out"),
        ("overtaken", "已有更新的名单", "overtaken by a later one"),
    ],
    "steps": [
        ("list_switch", "列名单", "list", ["listing"], None, ["system"]),
        ("propose_switch", "提请核定", "propose", ["listing"], "proposed", ["system"]),
        ("pass_nobody", "没有人要变", "nobody changes", ["listing"], "nobody", ["system"]),
        ("confirm_switch", "核定", "confirm", ["proposed"], "confirmed", ["duty_officer", "county_leader", "epidemiologist"]),
        ("let_switch", "放行", "let through", ["confirmed"], "running", ["supervisor", "county_leader"]),
        ("refuse_switch", "不执行", "do not carry out", ["proposed", "confirmed"], "refused",
         ["duty_officer", "county_leader", "epidemiologist", "supervisor"]),
        ("finish_switch", "执行完", "finish", ["running"], "applied", ["system"]),
        ("overtake_switch", "由更新的名单接替", "overtake", ["listing", "proposed", "confirmed"], "overtaken", ["system"]),
    ],
}

FLOWS = [ORDER, CHECK, ALARM, NEED, REVIEW, HANDOVER, DEVIATION, EASING, HELD, SWITCH]
