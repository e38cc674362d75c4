"""Flows of an order that shuts, of the proof that it is shut, of an exemption from it, of an event that is asked for; plain tables."""

OFFICES = ["duty_officer", "county_leader", "township_cadre"]
POWER = ["duty_officer", "county_leader", "epidemiologist"]
SEERS = ["village_cadre", "grid_worker", "township_cadre", "duty_officer", "supervisor", "inspector"]

CLOSURE = {
    "flow": "closure",
    "label": {"zh": "封闭关停令", "en": "Closure order"},
    "states": [
        ("proposed", "待批准", "to be approved", "duty_officer", "closure"),
        ("in_force", "执行中", "in force", "duty_officer", "closure_look"),
        ("refused", "没有批准", "not approved"),
        ("lifted", "已解除", "lifted"),
        ("over", "到期结束", "over"),
    ],
    "steps": [
        ("propose_closure", "提出", "propose", ["proposed"], None, OFFICES),
        ("approve_closure", "批准", "approve", ["proposed"], "in_force", POWER),
        ("refuse_closure", "不批准", "do not approve", ["proposed"], "refused", POWER),
        ("extend_closure", "延长", "extend", ["in_force"], "in_force", POWER),
        ("keep_closure", "看过，继续执行", "keep", ["in_force"], "in_force", POWER),
        ("lift_part", "解除一部分", "lift in part", ["in_force"], None, POWER),
        ("lift_closure", "全部解除", "lift", ["in_force"], "lifted", POWER),
        ("pass_closure", "到期结束", "end", ["in_force"], "over", ["system"]),
    ],
}

CHECK = {
    "flow": "closure_check",
    "label": {"zh": "关停核实", "en": "Proof of closure"},
    "states": [
        ("waiting", "待核实", "to be seen", "village_cadre", "closure_check"),
        ("not_shut", "去看了，没关", "seen open", "township_cadre", "closure_open"),
        ("seen", "已关停", "seen shut"),
        ("dropped", "不用再核实", "no longer needed"),
    ],
    "steps": [
        ("ask_check", "要求核实", "ask", ["waiting"], None, ["system"]),
        ("see_shut", "看过，已关停", "seen shut", ["waiting", "not_shut"], "seen", SEERS),
        ("see_open", "看过，没关", "seen open", ["waiting"], "not_shut", SEERS),
        ("drop_check", "不用再核实", "drop", ["waiting", "not_shut"], "dropped", ["system"]),
    ],
}

EXEMPTION = {
    "flow": "exemption",
    "label": {"zh": "封闭关停的例外", "en": "Exemption from a closure"},
    "states": [
        ("proposed", "待批准", "to be approved", "duty_officer", "exemption"),
        ("allowed", "已批准", "allowed"),
        ("refused", "没有批准", "not allowed"),
    ],
    "steps": [
        ("propose_exemption", "提出例外", "propose", ["proposed"], None, OFFICES),
        ("allow_exemption", "批准例外", "allow", ["proposed"], "allowed", POWER),
        ("refuse_exemption", "不批准例外", "do not allow", ["proposed"], "refused", ["system", *POWER]),
    ],
}

EVENT = {
    "flow": "event_permit",
    "label": {"zh": "聚集活动申请", "en": "Application for an event"},
    "states": [
        ("waiting", "待乡镇审批", "with the township", "township_cadre", "event_permit"),
        ("permitted", "可以办，到时看着办", "may be held, to be watched", "village_cadre", "event_day"),
        ("held", "办完了", "held"),
        ("declined", "乡镇没有同意", "declined"),
        ("refused", "按规定不能办", "refused by the table"),
        ("withdrawn", "自己撤回", "withdrawn"),
        ("revoked", "同意已收回", "permit taken back"),
    ],
    "steps": [
        ("apply_event", "申请", "apply", ["waiting"], None, ["system", *SEERS]),
        ("refuse_event", "按规定不能办", "refuse by the table", ["waiting"], "refused", ["system"]),
        ("free_event", "不用审批", "no permit needed", ["waiting"], "permitted", ["system"]),
        ("permit_event", "同意", "permit", ["waiting"], "permitted", OFFICES),
        ("decline_event", "不同意", "decline", ["waiting"], "declined", OFFICES),
        ("hold_event", "办完了，按要求办的", "held as told", ["permitted"], "held", SEERS),
        ("withdraw_event", "撤回", "withdraw", ["waiting", "permitted"], "withdrawn", ["system", *SEERS]),
        ("revoke_event", "收回同意", "take the permit back", ["permitted"], "revoked", ["system", *OFFICES]),
    ],
}

FLOWS = [CLOSURE, CHECK, EXEMPTION, EVENT]
