"""The flow of somebody abnormal: seen and reported, measured, set apart and put to the table, or ruled out; level by level."""

NEAR = ["grid_worker", "village_cadre", "checkpoint_post", "township_cadre", "duty_officer"]
LEADING = ["village_cadre", "township_cadre", "epidemiologist", "duty_officer"]

SIGHTING = {
    "flow": "sighting",
    "label": {"zh": "异常人员", "en": "Abnormal person"},
    "states": [
        ("reported", "已报告，待测量", "reported, to be measured", "village_cadre", "measure"),
        ("measured", "已测量，待隔离或排除", "measured, to be set apart or ruled out", "township_cadre", "isolate"),
        ("isolated", "已临时隔离，按表判定", "set apart, put to the table"),
        ("ruled_out", "已排除", "ruled out"),
    ],
    "steps": [
        ("report_sighting", "第一时间报告", "report", ["reported"], None, NEAR),
        ("measure_sighting", "第一时间测量", "measure", ["reported"], "measured", [*LEADING, "grid_worker"]),
        ("isolate_sighting", "第一时间隔离", "set apart", ["measured"], "isolated", LEADING),
        ("rule_out_sighting", "排除", "rule out", ["measured"], "ruled_out", LEADING),
    ],
}

FLOWS = [SIGHTING]
