"""Flows of tracing: the index whose contacts are looked for, and each contact until the last day of watch; plain tables."""

TRACERS = ["epidemiologist", "duty_officer"]

INDEX = {
    "flow": "index",
    "label": {"zh": "密接排查", "en": "Tracing of contacts"},
    "states": [
        ("tracing", "正在排查", "contacts looked for", "epidemiologist", "trace"),
        ("following", "已排查，观察中", "found, watched", "epidemiologist", "follow"),
        ("ended", "全部期满", "all watches over"),
        ("closed", "已撤销", "withdrawn"),
    ],
    "steps": [
        ("open_index", "开始排查", "open", ["tracing"], None, ["system", *TRACERS]),
        ("retime_index", "更正日期", "correct the days", ["tracing"], None, ["system", *TRACERS]),
        ("finish_index", "排查完毕", "finish", ["tracing"], "following", TRACERS),
        ("reopen_index", "重新排查", "trace again", ["following"], "tracing", ["system"]),
        ("end_index", "全部期满", "all watches over", ["following"], "ended", ["system"]),
        ("close_index", "撤销", "withdraw", ["tracing", "following"], "closed", ["system", *TRACERS]),
    ],
}

CONTACT = {
    "flow": "contact",
    "label": {"zh": "接触者", "en": "Contact"},
    "states": [
        ("watched", "观察中", "watched", "epidemiologist", "watch"),
        ("elsewhere", "已发函，待回执", "letter sent, receipt awaited", "epidemiologist", "letter"),
        ("received", "外地已接管，待结果", "taken over elsewhere, outcome awaited", "epidemiologist", "outcome"),
        ("missing", "外地没有找到，要再找", "not found elsewhere, to be looked for again", "epidemiologist", "missing"),
        ("recalled", "已撤回，待告知外地", "withdrawn, the other county to be told", "epidemiologist", "recall"),
        ("answered", "外地已有结果", "outcome known"),
        ("completed", "观察期满", "watch completed"),
        ("turned", "转为病例", "became a case"),
        ("dropped", "排除", "ruled out"),
        ("lost", "失访", "lost"),
    ],
    "steps": [
        ("accept", "定为接触者", "accept", ["watched"], None, TRACERS),
        ("decline", "不算接触者", "decline", ["dropped"], None, TRACERS),
        ("recompute", "按新情况重算", "recompute", ["watched", "elsewhere"], None, ["system"]),
        ("hand_over", "函告外地", "hand over", ["watched", "missing"], "elsewhere", TRACERS),
        ("chase", "催回执", "chase the receipt", ["elsewhere"], "elsewhere", TRACERS),
        ("receive", "收到回执", "receive", ["elsewhere"], "received", TRACERS),
        ("note_outcome", "记外地结果", "note the outcome", ["elsewhere", "received"], "answered", TRACERS),
        ("note_missing", "外地没有找到", "not found there", ["elsewhere", "received"], "missing", TRACERS),
        ("bring_back", "由本县观察", "watch him here", ["missing"], "watched", TRACERS),
        ("lose_contact", "按失访结案", "close as lost", ["missing"], "lost", TRACERS),
        ("complete", "期满", "complete", ["watched"], "completed", ["system"]),
        ("turn", "转为病例", "turn into a case", ["watched", "elsewhere", "received", "missing"], "turned", ["system"]),
        ("withdraw", "撤回", "withdraw", ["watched", "missing"], "dropped", ["system", *TRACERS]),
        ("recall", "撤回协查", "withdraw the letter", ["elsewhere", "received"], "recalled", ["system", *TRACERS]),
        ("tell_recall", "记下已告知外地撤回", "the other county was told", ["recalled"], "dropped", TRACERS),
    ],
}

FLOWS = [INDEX, CONTACT]
