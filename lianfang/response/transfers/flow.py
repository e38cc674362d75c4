"""Flows of transfers: a letter that came from another county, and a case of ours who goes there; plain tables."""

TEAM = ["epidemiologist", "duty_officer"]

INCOMING = {
    "flow": "incoming",
    "label": {"zh": "外县来函", "en": "Letter from another county"},
    "states": [
        ("taken", "已收，待回执", "taken in, to be receipted", "epidemiologist", "receipt"),
        ("receipted", "已回执，待落实", "receipted, people to be found", "epidemiologist", "settle"),
        ("settled", "已落实", "settled"),
        ("void", "对方已撤回", "taken back by them"),
    ],
    "steps": [
        ("take_letter", "登记来函", "take in", ["taken"], None, TEAM),
        ("send_receipt", "发回执", "send the receipt", ["taken"], "receipted", TEAM),
        ("settle", "都落实了", "settle", ["receipted"], "settled", TEAM),
        ("void_letter", "对方撤回", "taken back by them", ["taken", "receipted"], "void", TEAM),
    ],
}

DEPARTURE = {
    "flow": "departure",
    "label": {"zh": "病例转出", "en": "Case sent to another county"},
    "states": [
        ("sent", "已转出，待回执", "sent, receipt awaited", "epidemiologist", "departure"),
        ("received", "对方已接收", "received there"),
        ("cancelled", "没有转成", "did not go"),
    ],
    "steps": [
        ("send_case", "转出", "send", ["sent"], None, ["system", *TEAM]),
        ("chase_receipt", "催回执", "chase the receipt", ["sent"], "sent", TEAM),
        ("take_receipt", "收到回执", "take the receipt", ["sent"], "received", TEAM),
        ("cancel_departure", "没有转成", "did not go", ["sent"], "cancelled", TEAM),
    ],
}

FLOWS = [INCOMING, DEPARTURE]
