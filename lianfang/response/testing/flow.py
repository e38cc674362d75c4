"""Flow of a test that is due: from the day before it is due to its result."""

OFFICES = ["village_cadre", "grid_worker", "township_cadre", "duty_officer", "epidemiologist"]

DUE_TEST = {
    "flow": "due_test",
    "label": {"zh": "应检", "en": "Test due"},
    "states": [
        ("due", "待检测", "to be tested", "village_cadre", "test"),
        ("taken", "已采样，等结果", "sampled, result awaited", "epidemiologist", "result"),
        ("done", "已有结果", "result known"),
        ("dropped", "不用检了", "not needed any more"),
    ],
    "steps": [
        ("plan_test", "列入待检", "plan", ["due"], None, ["system", *OFFICES]),
        ("note_sample", "登记采样", "record a sample", ["due"], "taken", ["system", *OFFICES]),
        ("note_result", "登记结果", "record a result", ["due", "taken"], "done", ["system", *OFFICES]),
        ("drop_test", "不用检了", "drop", ["due", "taken"], "dropped", ["system", *OFFICES]),
    ],
}

FLOWS = [DUE_TEST]
