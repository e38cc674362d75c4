"""Flows of a case, from the first word to the end of its course; of a revisit after discharge; of a shift's hand-over."""

TEAM = ["epidemiologist", "duty_officer"]
OPEN = ["reported", "sketched", "investigated", "discharged"]
CLOSED = ["recovered", "died", "moved", "ruled_out"]

CASE = {
    "flow": "case",
    "label": {"zh": "病例", "en": "Case"},
    "states": [
        ("to_report", "待报告", "to be reported", "epidemiologist", "report"),
        ("reported", "已报告，待基本流调", "reported, basic part awaited", "epidemiologist", "basic"),
        ("sketched", "待完整流调", "basic part done, to be investigated", "epidemiologist", "investigation"),
        ("investigated", "已流调，治疗中", "investigated, under treatment", "epidemiologist", "outcome"),
        ("discharged", "已出院，待复诊", "discharged, to be revisited", "epidemiologist", "following"),
        ("recovered", "治愈，已结案", "recovered, closed"),
        ("died", "死亡，已结案", "died, closed"),
        ("moved", "已转外县", "moved to another county"),
        ("ruled_out", "已排除", "ruled out"),
    ],
    "steps": [
        ("take_in", "登记", "take in", ["to_report"], None, ["system", *TEAM]),
        ("assess", "按定义判定", "hold against the definition", ["to_report", *OPEN], None, TEAM),
        ("report", "填报告卡", "report", ["to_report"], "reported", TEAM),
        ("bring_in", "从名单接收", "bring in from a list", ["to_report"], "reported", TEAM),
        ("correct", "订正报告卡", "correct the card", [*OPEN, *CLOSED], None, TEAM),
        ("assign", "指派流调", "assign", OPEN, None, TEAM),
        ("fill", "填个案调查表", "fill the investigation form", [*OPEN, *CLOSED], None, TEAM),
        ("tell", "记症状、暴露、关联", "tell of symptoms, exposures, links", [*OPEN, *CLOSED], None, TEAM),
        ("take_back", "撤回一条", "take a row back", [*OPEN, *CLOSED], None, TEAM),
        ("finish_basic", "完成基本部分", "finish the basic part", ["reported"], "sketched", TEAM),
        ("investigate", "完成流调", "finish the investigation", ["sketched"], "investigated", TEAM),
        ("discharge", "出院", "discharge", ["investigated"], "discharged", TEAM),
        ("recover", "治愈结案", "close as recovered", OPEN, "recovered", ["system", *TEAM]),
        ("record_death", "死亡结案", "close as died", OPEN, "died", TEAM),
        ("send_out", "转外县医院", "send to a hospital elsewhere", OPEN, None, TEAM),
        ("move_away", "转外县", "hand to another county", OPEN, "moved", TEAM),
        ("rule_out", "排除", "rule out", ["to_report", "reported", "sketched", "investigated"], "ruled_out", TEAM),
    ],
}

REVISIT = {
    "flow": "revisit",
    "label": {"zh": "复诊随访", "en": "Revisit"},
    "states": [
        ("planned", "待复诊", "planned", "epidemiologist", "revisit"),
        ("done", "已复诊", "done"),
        ("dropped", "不再复诊", "dropped"),
    ],
    "steps": [
        ("plan_revisits", "安排复诊", "plan revisits", ["planned"], None, TEAM),
        ("revisit", "登记复诊", "record a revisit", ["planned"], "done", TEAM),
        ("drop_revisit", "不再复诊", "drop", ["planned"], "dropped", TEAM),
    ],
}

SHIFT = {
    "flow": "shift_note",
    "label": {"zh": "流调交班", "en": "Hand-over of investigations"},
    "states": [
        ("offered", "已交班，待接收", "handed over, to be received", "epidemiologist", "shift"),
        ("received", "已接收", "received"),
    ],
    "steps": [
        ("hand_over", "交班", "hand over", ["offered"], None, TEAM),
        ("receive_shift", "接收交班", "receive", ["offered"], "received", TEAM),
    ],
}

FLOWS = [CASE, REVISIT, SHIFT]
