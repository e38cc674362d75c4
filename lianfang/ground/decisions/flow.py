"""The flow of a table's new version: drafted, approved by another unit, in force from its hour; plain tables."""

DRAFTERS = ["duty_officer", "epidemiologist", "administrator"]
APPROVERS = ["duty_officer", "county_leader", "epidemiologist"]

VERSION = {
    "flow": "table_version",
    "label": {"zh": "规则表新版", "en": "New version of a table"},
    "states": [
        ("draft", "起草中", "being drafted", "duty_officer", "draft"),
        ("asked", "待指挥部批准", "to be approved by the command", "duty_officer", "asked"),
        ("asked_health", "待疾控批准", "to be approved by the health office", "epidemiologist", "asked"),
        ("approved", "已批准，待生效", "approved, not yet in force", "duty_officer", "approved"),
        ("in_force", "生效", "in force", "duty_officer", "in_force"),
        ("rejected", "没有批准", "not approved"),
        ("withdrawn", "已撤回", "withdrawn"),
        ("superseded", "已被新版接替", "superseded"),
        ("returned", "已退回旧版", "returned to the one before"),
        ("over", "到期", "over"),
    ],
    "steps": [
        ("draft_version", "起草", "draft", ["draft"], None, DRAFTERS),
        ("edit_version", "修改", "edit", ["draft"], None, DRAFTERS),
        ("submit_version", "提请批准", "submit", ["draft"], "asked", DRAFTERS),
        ("pass_to_health", "转疾控批准", "pass to the health office", ["asked"], "asked_health", ["system"]),
        ("approve_version", "批准", "approve", ["asked", "asked_health"], "approved", APPROVERS),
        ("reject_version", "不批准", "reject", ["asked", "asked_health"], "rejected", APPROVERS),
        ("withdraw_version", "撤回", "withdraw", ["draft", "asked", "asked_health"], "withdrawn", DRAFTERS),
        ("take_effect", "生效", "take effect", ["approved"], "in_force", ["system"]),
        ("keep_version", "看过，继续用", "keep", ["in_force"], "in_force", APPROVERS),
        ("supersede", "由新版接替", "supersede", ["approved", "in_force"], "superseded", ["system"]),
        ("return_version", "退回旧版", "return to the one before", ["approved", "in_force"], "returned", APPROVERS),
        ("end_version", "到期", "end", ["approved", "in_force"], "over", ["system"]),
    ],
}
