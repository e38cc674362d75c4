"""Flows of inspection: a round with its ranking, a visit, a problem, a case file, a dispute, a complaint, an assessment; plain tables."""

BOARD = ["supervisor", "duty_officer"]
TEAM = ["supervisor", "duty_officer", "inspector", "township_cadre"]
UNIT = ["village_cadre", "township_cadre", "duty_officer"]

ROUND = {
    "flow": "inspection_round",
    "label": {"zh": "检查评比", "en": "Round of inspection"},
    "states": [
        ("running", "检查中", "running", "supervisor", "round"),
        ("reply", "公示，可以申诉", "shown to the units, who may dispute it", "supervisor", "publish"),
        ("published", "已公布", "published"),
        ("dropped", "取消", "dropped"),
    ],
    "steps": [
        ("open_round", "开始一轮", "open", ["running"], None, ["system", *BOARD]),
        ("plan_round", "排检查计划", "plan the visits", ["running"], None, ["system", *BOARD]),
        ("close_scoring", "截止打分", "close the scoring", ["running"], "reply", ["system", *BOARD]),
        ("publish", "公布排名", "publish the ranking", ["reply"], "published", BOARD),
        ("drop_round", "取消这一轮", "drop", ["running"], "dropped", BOARD),
    ],
}

VISIT = {
    "flow": "inspection_visit",
    "label": {"zh": "现场检查", "en": "Visit of an inspection"},
    "states": [
        ("planned", "待检查", "to be visited", "inspector", "visit"),
        ("done", "已检查", "visited"),
        ("dropped", "没有去", "not visited"),
    ],
    "steps": [
        ("plan_visit", "排上", "plan", ["planned"], None, ["system", *BOARD]),
        ("finish_visit", "登记检查结果", "record what was seen", ["planned"], "done", TEAM),
        ("reseat_team", "换组长带队", "have another head go", ["planned"], "planned", BOARD),
        ("drop_visit", "不去了", "drop", ["planned"], "dropped", BOARD),
    ],
}

PROBLEM = {
    "flow": "inspection_problem",
    "label": {"zh": "检查问题整改", "en": "Problem found and put right"},
    "states": [
        ("open", "待整改", "to be put right", "village_cadre", "fix"),
        ("fixed", "已整改，待复查", "put right, to be checked again", "supervisor", "recheck"),
        ("closed", "已销号", "closed"),
        ("withdrawn", "登记错了，已撤", "recorded by mistake, withdrawn"),
    ],
    "steps": [
        ("raise_problem", "登记问题", "record a problem", ["open"], None, TEAM),
        ("fix_problem", "报整改结果", "report it put right", ["open"], "fixed", UNIT),
        ("close_problem", "复查销号", "close after a second look", ["fixed"], "closed", TEAM),
        ("reopen_problem", "没改好，退回", "reopen", ["fixed"], "open", TEAM),
        ("withdraw_problem", "撤销问题", "withdraw", ["open"], "withdrawn", BOARD),
    ],
}

CASE = {
    "flow": "inspection_case",
    "label": {"zh": "移送的案卷", "en": "Case file"},
    "states": [
        ("open", "在办", "open", "supervisor", "case"),
        ("closed", "已结案", "closed"),
    ],
    "steps": [
        ("open_case", "移送立卷", "refer to a case file", ["open"], None, ["supervisor"]),
        ("close_case", "结案", "close", ["open"], "closed", ["supervisor"]),
    ],
}

DISPUTE = {
    "flow": "inspection_dispute",
    "label": {"zh": "评分申诉", "en": "Dispute about a score"},
    "states": [
        ("waiting", "待答复", "to be answered", "supervisor", "dispute"),
        ("upheld", "申诉成立，已改分", "upheld, the score is changed"),
        ("refused", "维持原分", "the score stands"),
    ],
    "steps": [
        ("dispute", "对评分申诉", "dispute a score", ["waiting"], None, UNIT),
        ("uphold", "申诉成立", "uphold", ["waiting"], "upheld", BOARD),
        ("refuse_dispute", "维持原分", "let it stand", ["waiting"], "refused", BOARD),
    ],
}

MARKET_CASE = {
    "flow": "market_case",
    "label": {"zh": "市场案件", "en": "Case of the market"},
    "states": [
        ("open", "在办", "open", "duty_officer", "market_case"),
        ("closed", "已结案", "closed"),
    ],
    "steps": [
        ("open_market_case", "立案", "open", ["open"], None, TEAM),
        ("close_market_case", "结案", "close", ["open"], "closed", TEAM),
    ],
}

COMPLAINT = {
    "flow": "complaint",
    "label": {"zh": "投诉举报", "en": "Complaint"},
    "states": [
        ("received", "待办理", "to be looked into", "township_cadre", "complaint"),
        ("answered", "已办理，待核销", "looked into, to be closed", "duty_officer", "complaint_close"),
        ("closed", "已办结", "closed"),
    ],
    "steps": [
        ("take_complaint", "登记投诉", "take", ["received"], None, [*TEAM, "village_cadre"]),
        ("answer_complaint", "报办理结果", "report what was done", ["received"], "answered", ["township_cadre", *BOARD]),
        ("return_complaint", "没办好，退回", "return", ["answered"], "received", BOARD),
        ("close_complaint", "办结", "close", ["answered"], "closed", BOARD),
    ],
}

ASSESSMENT = {
    "flow": "cadre_assessment",
    "label": {"zh": "干部考察", "en": "Assessment of a cadre"},
    "states": [
        ("shown", "待本人看", "shown to the cadre", "village_cadre", "assessment"),
        ("seen", "本人已看", "seen by the cadre"),
        ("replied", "本人有说明", "the cadre replied"),
    ],
    "steps": [
        ("record_assessment", "登记考察", "record", ["shown"], None, BOARD),
        ("see_assessment", "看过了", "see", ["shown"], "seen", ["village_cadre", "township_cadre", *BOARD]),
        ("reply_assessment", "我有说明", "reply", ["shown"], "replied", ["village_cadre", "township_cadre", *BOARD]),
    ],
}

LAST_PLACE = {
    "flow": "last_place",
    "label": {"zh": "末位措施", "en": "Measure for a last place"},
    "states": [
        ("open", "待落实", "to be carried out", "township_cadre", "last_place"),
        ("done", "已落实", "carried out"),
    ],
    "steps": [
        ("follow_last", "列入末位措施", "follow a last place", ["open"], None, ["system", *BOARD]),
        ("tell_last", "报怎么落实的", "tell what was done", ["open"], "done", ["township_cadre", *BOARD]),
    ],
}

FLOWS = [ROUND, VISIT, PROBLEM, CASE, DISPUTE, MARKET_CASE, COMPLAINT, ASSESSMENT, LAST_PLACE]
