"""The flow of an event that goes up to the city: to be reported, followed, ended; plain tables."""

TEAM = ["epidemiologist", "duty_officer"]

EVENT = {
    "flow": "event",
    "label": {"zh": "上报市指挥部", "en": "Report to the city"},
    "states": [
        ("first", "待首报", "first report due", "epidemiologist", "first"),
        ("following", "已首报，待进程报", "reported, progress due", "epidemiologist", "progress"),
        ("ended", "已终报", "ended"),
        ("dropped", "不用上报", "not to be reported"),
    ],
    "steps": [
        ("open_event", "立项", "open", ["first"], None, ["system", *TEAM]),
        ("report_first", "首报", "report first", ["first"], "following", TEAM),
        ("report_progress", "进程报", "report progress", ["following"], "following", TEAM),
        ("report_final", "终报", "report the end", ["following"], "ended", TEAM),
        ("report_correction", "订正", "correct", ["following", "ended"], None, TEAM),
        ("take_answer", "收到市里回执", "take the city's receipt", ["following", "ended"], None, TEAM),
        ("drop_event", "不用上报", "drop", ["first"], "dropped", ["system", *TEAM]),
    ],
}

FLOWS = [EVENT]
