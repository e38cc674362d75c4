"""Flows of the laboratory: a tube from the sampling point to its result, and the single resampling of somebody from a doubtful one."""

SAMPLERS = ["grid_worker", "village_cadre", "township_cadre", "duty_officer", "epidemiologist"]
LABORATORY = ["laboratory", "duty_officer"]

TUBE = {
    "flow": "tube",
    "label": {"zh": "采样管", "en": "Tube"},
    "states": [
        ("open", "采样中", "being filled", "village_cadre", "seal"),
        ("sealed", "已封管，待送检", "sealed, to be sent", "village_cadre", "send"),
        ("sent", "送检途中", "on its way", "laboratory", "receive"),
        ("received", "已接收，待检测", "received, to be tested", "laboratory", "report"),
        ("running", "检测中", "being tested", "laboratory", "report"),
        ("reported", "已出结果", "reported"),
        ("void", "已作废", "void"),
    ],
    "steps": [
        ("open_tube", "开管", "open", ["open"], None, SAMPLERS),
        ("take_sample", "采样登记", "take a sample", ["open"], None, SAMPLERS),
        ("take_out", "撤下登记", "take a registration out", ["open"], None, SAMPLERS),
        ("seal", "封管", "seal", ["open"], "sealed", SAMPLERS),
        ("send", "送检", "send", ["sealed"], "sent", SAMPLERS),
        ("receive", "接收", "receive", ["sent"], "received", LABORATORY),
        ("run", "上机", "run", ["received"], "running", LABORATORY),
        ("report", "出结果", "report", ["running"], "reported", LABORATORY),
        ("bring_in", "接收外送结果", "take in another laboratory's result", ["sealed", "sent", "received"], "reported",
         [*LABORATORY, "epidemiologist"]),
        ("void", "作废", "void", ["open", "sealed", "sent", "received", "running"], "void", [*SAMPLERS, "laboratory"]),
    ],
}

RECALL = {
    "flow": "recall",
    "label": {"zh": "单采复核", "en": "Single resampling"},
    "states": [
        ("due", "待单采", "to be resampled", "village_cadre", "resample"),
        ("sampled", "已单采，待结果", "resampled, to be tested", "laboratory", "recheck"),
        ("settled", "已复核", "rechecked"),
        ("dropped", "不再复采", "dropped"),
    ],
    "steps": [
        ("recall", "通知复采", "call for resampling", ["due"], None, ["system"]),
        ("resample", "单采", "resample", ["due"], "sampled", ["system"]),
        ("again", "再采一次", "resample again", ["sampled"], "due", ["system"]),
        ("settle_recall", "复核办结", "settle", ["sampled", "due"], "settled", ["system"]),
        ("drop_recall", "不再复采", "drop", ["due"], "dropped", SAMPLERS),
    ],
}

FLOWS = [TUBE, RECALL]
