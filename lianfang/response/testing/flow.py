"""Flows of testing: a test that is due, from the day before to its result; a firm's batch until it is answered; a way back to work."""

OFFICES = ["village_cadre", "grid_worker", "township_cadre", "duty_officer", "epidemiologist"]

DUE_TEST = {
    "flow": "due_test",
    "label": {"zh": "应检", "en": "Test due"},
    "states": [
        ("due", "待检测", "to be tested", "village_cadre", "test"),
        ("booked", "已预约", "booked", "village_cadre", "test"),
        ("taken", "已采样，等结果", "sampled, result awaited", "epidemiologist", "result"),
        ("done", "已有结果", "result known"),
        ("dropped", "不用检了", "not needed any more"),
    ],
    "steps": [
        ("plan_test", "列入待检", "plan", ["due"], None, ["system", *OFFICES]),
        ("book", "预约", "book", ["due"], "booked", ["system", *OFFICES]),
        ("cancel", "取消预约", "cancel the booking", ["booked"], "due", ["system", *OFFICES]),
        ("note_sample", "登记采样", "record a sample", ["due", "booked"], "taken", ["system", *OFFICES]),
        ("note_result", "登记结果", "record a result", ["due", "booked", "taken"], "done", ["system", *OFFICES]),
        ("drop_test", "不用检了", "drop", ["due", "booked", "taken"], "dropped", ["system", *OFFICES]),
    ],
}

BATCH = {
    "flow": "batch",
    "label": {"zh": "企业送检", "en": "Firm's batch"},
    "states": [
        ("open", "等结果", "results awaited", "township_cadre", "batch"),
        ("answered", "结果已回", "answered"),
        ("cancelled", "已取消", "cancelled"),
    ],
    "steps": [
        ("book_batch", "成批预约", "book a batch", ["open"], None, OFFICES),
        ("walk_in", "随到随检", "walk in", ["open"], None, OFFICES),
        ("answer_batch", "结果已回", "answer", ["open"], "answered", ["system"]),
        ("cancel_batch", "取消", "cancel", ["open"], "cancelled", OFFICES),
    ],
}

WORK_PASS = {
    "flow": "work_pass",
    "label": {"zh": "返岗", "en": "Return to work"},
    "states": [
        ("asked", "待核检测", "tests to be checked", "village_cadre", "gate"),
        ("allowed", "可以返岗", "may return"),
        ("dropped", "不办了", "dropped"),
    ],
    "steps": [
        ("apply_pass", "申请返岗", "apply", ["asked"], None, OFFICES),
        ("allow", "准予返岗", "allow", ["asked"], "allowed", OFFICES),
        ("drop_pass", "不办了", "drop", ["asked"], "dropped", OFFICES),
    ],
}

FLOWS = [DUE_TEST, BATCH, WORK_PASS]
