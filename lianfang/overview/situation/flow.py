"""The flow of a bulletin: figures frozen at the cut-off, then drafted, checked and signed by name; a correction changes no state."""

OFFICE = ["duty_officer", "epidemiologist"]


def _state(code, zh, en, owner=None, clock=None):
    return {"state": code, "label": {"zh": zh, "en": en}, "owner": owner, "clock": clock, "final": owner is None}


def _step(code, zh, en, sources, target, by):
    return {"step": code, "label": {"zh": zh, "en": en}, "from": sources, "to": target, "by": by}


BULLETIN = {
    "flow": "bulletin",
    "label": {"zh": "疫情防控日报", "en": "Daily bulletin"},
    "states": [
        _state("frozen", "待制表", "to be drafted", "duty_officer", "drafted"),
        _state("drafted", "待核稿", "to be checked", "duty_officer", "checked"),
        _state("checked", "待签发", "to be signed", "county_leader", "signed"),
        _state("signed", "已签发", "signed"),
    ],
    "steps": [
        _step("freeze", "截数", "freeze the figures", ["frozen"], None, ["system", *OFFICE]),
        _step("draft", "制表", "draft", ["frozen"], "drafted", OFFICE),
        _step("check", "核稿", "check", ["drafted"], "checked", OFFICE),
        _step("sign", "签发", "sign", ["checked"], "signed", ["county_leader", "duty_officer"]),
        _step("correct", "更正", "correct a figure", ["frozen", "drafted", "checked", "signed"], None, OFFICE),
    ],
}

FLOWS = [BULLETIN]
