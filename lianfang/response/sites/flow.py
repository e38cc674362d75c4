"""Flows of sites: somebody's room from the proposal to the day he has left it, and the disinfection of a room; plain tables."""

STAFF = ["village_cadre", "township_cadre", "duty_officer"]

PLACEMENT = {
    "flow": "placement",
    "label": {"zh": "集中隔离安置", "en": "Room at a site"},
    "states": [
        ("proposed", "待定房间", "room to be confirmed", "duty_officer", "place"),
        ("awaited", "待入住", "awaited", "village_cadre", "arrive"),
        ("admitted", "在住", "in his room", "village_cadre", "room"),
        ("in_hospital", "外出就医", "at the hospital, to come back", "village_cadre", "hospital"),
        ("left", "已离开", "left"),
        ("dropped", "不用住了", "no longer needed"),
    ],
    "steps": [
        ("propose", "提出房间", "propose a room", ["proposed"], None, ["system"]),
        ("confirm_room", "定房间", "confirm the room", ["proposed"], "awaited", STAFF),
        ("admit", "入住", "admit", ["awaited"], "admitted", STAFF),
        ("change_room", "换房", "change the room", ["awaited", "admitted"], None, STAFF),
        ("merge", "家人同住", "share with family", ["awaited", "admitted"], None, STAFF),
        ("retime", "期限变了", "other days", ["proposed", "awaited", "admitted", "in_hospital"], None, ["system"]),
        ("go_out", "送医", "take to hospital", ["admitted"], "in_hospital", STAFF),
        ("come_back", "就医返回", "come back", ["in_hospital"], "admitted", STAFF),
        ("leave", "离开", "leave", ["admitted", "in_hospital"], "left", ["system"]),
        ("drop", "取消", "drop", ["proposed", "awaited"], "dropped", ["system"]),
    ],
}

CLEANING = {
    "flow": "cleaning",
    "label": {"zh": "终末消毒", "en": "Final disinfection"},
    "states": [
        ("due", "待消毒", "to disinfect", "village_cadre", "terminal"),
        ("done", "已消毒", "disinfected"),
    ],
    "steps": [
        ("ask_cleaning", "要消毒", "ask for it", ["due"], None, ["system"]),
        ("disinfect", "做完消毒", "disinfect", ["due"], "done", STAFF),
    ],
}

FLOWS = [PLACEMENT, CLEANING]
