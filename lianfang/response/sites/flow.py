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

ROUND = {
    "flow": "round",
    "label": {"zh": "隔离点日常", "en": "Round of a site"},
    "states": [
        ("due", "待办", "due", "village_cadre", "round"),
        ("done", "已办", "done"),
        ("missed", "没有办", "missed"),
    ],
    "steps": [
        ("plan_rounds", "排上", "plan", ["due"], None, ["system"]),
        ("do_round", "办完", "do", ["due"], "done", STAFF),
        ("miss_rounds", "记为没办", "record as missed", ["due"], "missed", ["system"]),
    ],
}

COUNSEL = {
    "flow": "counsel",
    "label": {"zh": "心理疏导", "en": "Counselling"},
    "states": [
        ("asked", "待疏导", "to be talked with", "duty_officer", "counsel"),
        ("talked", "已疏导", "talked with"),
        ("declined", "本人不要", "did not want it"),
    ],
    "steps": [
        ("ask_counsel", "请人疏导", "ask for it", ["asked"], None, STAFF),
        ("talk", "疏导过了", "talk with", ["asked"], "talked", STAFF),
        ("decline", "本人不要", "decline", ["asked"], "declined", STAFF),
    ],
}

TRIP = {
    "flow": "trip",
    "label": {"zh": "点对点转运", "en": "Trip from point to point"},
    "states": [
        ("planned", "待出车", "to set off", "village_cadre", "trip"),
        ("under_way", "路上", "under way", "village_cadre", "way"),
        ("arrived", "已送到，车待消毒", "arrived, the vehicle to be disinfected", "village_cadre", "vehicle"),
        ("finished", "车已消毒", "finished"),
        ("cancelled", "不用送了", "cancelled"),
    ],
    "steps": [
        ("plan_trip", "安排转运", "plan", ["planned"], None, ["system", *STAFF]),
        ("depart", "出车", "set off", ["planned"], "under_way", STAFF),
        ("arrive", "送到", "arrive", ["under_way"], "arrived", STAFF),
        ("disinfect_trip", "车消毒", "disinfect the vehicle", ["arrived"], "finished", STAFF),
        ("cancel_trip", "取消", "cancel", ["planned"], "cancelled", STAFF),
    ],
}

FLOWS = [PLACEMENT, CLEANING, ROUND, COUNSEL, TRIP]
