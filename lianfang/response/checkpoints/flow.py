"""Flows of the checkpoints: a passage that is held, a notice to where somebody goes, and the shift at a post; plain tables."""

GUARDS = ["checkpoint_post", "grid_worker", "village_cadre", "township_cadre", "duty_officer"]
LEADS = ["village_cadre", "township_cadre", "duty_officer"]

PASSAGE = {
    "flow": "passage",
    "label": {"zh": "通行", "en": "Passage"},
    "states": [
        ("waiting", "等复核", "waiting for a review", "checkpoint_post", "review"),
        ("observing", "就地留观", "observed here", "checkpoint_post", "observe"),
        ("transferring", "待转运", "to be taken to the site", "checkpoint_post", "transfer"),
        ("passed", "放行", "passed"),
        ("registered", "放行，属地登记", "passed, registered at home"),
        ("transferred", "已转运", "taken to the site"),
        ("turned_back", "劝返", "turned back"),
    ],
    "steps": [
        ("pass_vehicle", "查验", "check", ["waiting"], None, GUARDS),
        ("pass_quick", "简易登记", "check in short", ["waiting"], None, GUARDS),
        ("recheck", "复测复核", "check again", ["waiting", "observing"], None, GUARDS),
        ("let_pass", "放行", "let pass", ["waiting", "observing"], "passed", GUARDS),
        ("register", "放行，属地登记", "let pass, registered at home", ["waiting", "observing"], "registered", GUARDS),
        ("observe", "就地留观", "observe here", ["waiting"], "observing", GUARDS),
        ("transfer", "转运", "take to the site", ["waiting", "observing"], "transferring", GUARDS),
        ("turn_back", "劝返", "turn back", ["waiting", "observing"], "turned_back", GUARDS),
        ("hand_to_site", "转运组接走", "handed to the transfer team", ["transferring"], "transferred", GUARDS),
    ],
}

NOTICE = {
    "flow": "notice",
    "label": {"zh": "告知目的地", "en": "Notice to the destination"},
    "states": [
        ("open", "待属地登记", "to be registered at home", "grid_worker", "arrival"),
        ("missing", "没有到家，待查找", "did not arrive", "township_cadre", "missing"),
        ("noticed", "待签收", "to be seen", "village_cadre", "noticed"),
        ("telling", "待告知外县", "the other county is to be told", "duty_officer", "telling"),
        ("arrived", "到家已登记", "arrived"),
        ("gone", "查明不在本辖区", "found not to be here"),
        ("told", "已告知", "told"),
    ],
    "steps": [
        ("notify", "告知", "notify", ["open"], None, ["system", *GUARDS]),
        ("arrive", "到家登记", "arrived", ["open", "missing"], "arrived", ["grid_worker", *LEADS]),
        ("miss", "没到家", "not arrived", ["open"], "missing", ["grid_worker", *LEADS]),
        ("give_up", "查明不在本辖区", "found not to be here", ["missing"], "gone", LEADS),
        ("acknowledge", "签收", "seen", ["noticed"], "told", LEADS),
        ("pass_on", "转县里告知外县", "pass on to the county", ["noticed", "open"], "telling", LEADS),
        ("hand_down", "目的地在本县，转下去", "hand down", ["telling"], "noticed", ["duty_officer"]),
        ("tell", "已告知外县", "the other county is told", ["telling"], "told", ["duty_officer"]),
    ],
}

SHIFT = {
    "flow": "shift",
    "label": {"zh": "卡口班次", "en": "Shift at a post"},
    "states": [
        ("on_duty", "在岗", "on duty", "checkpoint_post", "shift"),
        ("handed_over", "已交班", "handed over"),
    ],
    "steps": [
        ("open_shift", "上岗", "begin", ["on_duty"], None, GUARDS),
        ("hand_over_shift", "交班", "hand over", ["on_duty"], "handed_over", GUARDS),
    ],
}

FLOWS = [PASSAGE, NOTICE, SHIFT]
