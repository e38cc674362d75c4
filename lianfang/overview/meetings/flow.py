"""The flow of a meeting: called at the cut-off, sitting, closed once every decision has an owner and a time; or called off."""

OFFICE = ["duty_officer", "county_leader", "township_cadre", "village_cadre"]

MEETING = {
    "flow": "meeting",
    "label": {"zh": "会商调度会", "en": "Meeting"},
    "states": [
        ("called", "待开", "called", "duty_officer", "begins"),
        ("sitting", "正在开", "sitting", "duty_officer", "lasts"),
        ("closed", "已散会", "closed"),
        ("called_off", "不开了", "called off"),
    ],
    "steps": [
        ("call", "召集", "call", ["called"], None, ["system", *OFFICE]),
        ("begin", "开会", "begin", ["called"], "sitting", OFFICE),
        ("renew", "重排议程", "renew the agenda", ["called", "sitting"], None, OFFICE),
        ("add_item", "加议题", "add an item", ["called", "sitting"], None, OFFICE),
        ("note_item", "记要点", "take minutes", ["sitting"], None, OFFICE),
        ("attend", "签到", "attendance", ["called", "sitting"], None, OFFICE),
        ("word_decision", "记决定", "word a decision", ["sitting"], None, OFFICE),
        ("drop_decision", "撤决定", "drop a decision", ["sitting"], None, OFFICE),
        ("give_share", "派承办", "name who does it", ["sitting"], None, OFFICE),
        ("drop_share", "撤承办", "drop a share", ["sitting"], None, OFFICE),
        ("close", "散会", "close", ["sitting"], "closed", OFFICE),
        ("call_off", "不开了", "call off", ["called"], "called_off", OFFICE),
    ],
}

FLOWS = [MEETING]
