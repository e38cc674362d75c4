"""The flow of somebody who is called back: he answers, says why not, is there, or is let off; plain tables."""

DESK = ["duty_officer", "county_leader", "township_cadre", "village_cadre"]
ANYBODY = [*DESK, "grid_worker", "epidemiologist", "laboratory", "hospital", "checkpoint_post", "supervisor", "inspector", "administrator"]

RECALL = {
    "flow": "called_back",
    "label": {"zh": "召回返岗", "en": "Recall to one's post"},
    "states": [
        ("called", "待本人答复", "to be answered", "grid_worker", "answer"),
        ("coming", "已答复，待到岗", "answered, to be there", "duty_officer", "arrive"),
        ("asking", "说明不能回，待定", "cannot come, to be decided", "duty_officer", "asking"),
        ("present", "已到岗", "present"),
        ("excused", "准许不回", "excused"),
        ("released", "召回已结束", "recall ended"),
    ],
    "steps": [
        ("recall_members", "召回", "call back", ["called"], None, DESK),
        ("acknowledge", "收到，按时回", "acknowledge", ["called", "asking"], "coming", ANYBODY),
        ("ask_excuse", "回不来，说明原因", "say why not", ["called", "coming"], "asking", ANYBODY),
        ("excuse_member", "准许不回", "excuse", ["asking"], "excused", DESK),
        ("insist", "还是要回", "insist", ["asking"], "called", DESK),
        ("mark_present", "到岗", "mark present", ["called", "coming", "asking"], "present", DESK),
        ("end_recall", "结束召回", "end the recall", ["called", "coming", "asking"], "released", DESK),
    ],
}

FLOWS = [RECALL]
