"""The flow of a bulletin: figures frozen at the cut-off, then drafted, checked and signed by name; a correction changes no state."""

OFFICE = ["duty_officer", "epidemiologist"]

BULLETIN = {
    "flow": "bulletin",
    "label": {"zh": "疫情防控日报", "en": "Daily bulletin"},
    "states": [
        ("frozen", "待制表", "to be drafted", "duty_officer", "drafted"),
        ("drafted", "待核稿", "to be checked", "duty_officer", "checked"),
        ("checked", "待签发", "to be signed", "county_leader", "signed"),
        ("signed", "已签发", "signed"),
    ],
    "steps": [
        ("freeze", "截数", "freeze the figures", ["frozen"], None, ["system", *OFFICE]),
        ("draft", "制表", "draft", ["frozen"], "drafted", OFFICE),
        ("check", "核稿", "check", ["drafted"], "checked", OFFICE),
        ("sign", "签发", "sign", ["checked"], "signed", ["county_leader", "duty_officer"]),
        ("correct", "更正", "correct a figure", ["frozen", "drafted", "checked", "signed"], None, OFFICE),
    ],
}

FLOWS = [BULLETIN]
