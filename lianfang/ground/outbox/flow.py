"""The flow of what came from a phone and does not fit what is there: shown to the cadre above, who leaves both, does it, or drops it."""

CADRES = ["village_cadre", "township_cadre", "duty_officer"]
WATCHERS = [*CADRES, "supervisor", "county_leader"]
WAITING = ["waiting", "waiting_above", "waiting_county"]

CONFLICT = {
    "flow": "conflict",
    "label": {"zh": "手机与现有记录不一致", "en": "Phone and record differ"},
    "states": [
        ("waiting", "待核对", "to be looked at", "village_cadre", "conflict"),
        ("waiting_above", "待上级核对", "to be looked at above", "township_cadre", "conflict"),
        ("waiting_county", "待县里核对", "to be looked at by the county", "duty_officer", "conflict"),
        ("boxed", "封存的，待督查", "sealed, for the supervisor", "supervisor", "conflict"),
        ("settled", "看过，两条都留", "looked at, both stay"),
        ("taken", "已照手机的办", "done as the phone says"),
        ("dropped", "不办", "dropped"),
    ],
    "steps": [
        ("open_conflict", "提请核对", "ask to be looked at", ["waiting"], None, ["system"]),
        ("pass_up", "转上级核对", "pass to the level above", ["waiting"], "waiting_above", ["system"]),
        ("pass_to_county", "转县里核对", "pass to the county", ["waiting"], "waiting_county", ["system"]),
        ("hand_to_supervisor", "交督查", "hand to the supervisor", ["waiting"], "boxed", ["system"]),
        ("settle", "两条都留", "leave both", WAITING, "settled", CADRES),
        ("take_held", "照手机的办", "do as the phone says", [*WAITING, "boxed"], "taken", WATCHERS),
        ("drop_held", "不办", "drop", [*WAITING, "boxed"], "dropped", WATCHERS),
    ],
}

FLOWS = [CONFLICT]
