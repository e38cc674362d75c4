"""The figures of a weekly report: in which groups they are asked, and which is part of which."""
from django.utils.translation import gettext_lazy as _

GROUPS = (
    (_("发热门诊"), (("fever_visits", _("就诊（人次）")), ("fever_tested", _("其中做了核酸检测（人次）")))),
    (_("职工检测"), (("staff", _("在岗职工（人）")), ("staff_tested", _("本周检测过的（人）")), ("staff_positive", _("其中阳性（人）")))),
    (_("新入院患者和陪护"), (("admitted", _("新入院和陪护（人）")), ("admitted_tested", _("其中入院前检测（人）")))),
    (_("防护用品穿脱培训"), (("trained", _("培训（人次）")), ("passed", _("其中考核合格（人次）")))),
    (_("手卫生"), (("hands_seen", _("观察（次）")), ("hands_right", _("其中做对的（次）")))),
    (_("环境采样"), (("samples", _("采样（份）")), ("samples_failed", _("其中不合格（份）")))),
    (_("职业暴露"), (("exposures", _("暴露（人次）")), ("exposures_treated", _("其中已按流程处置（人次）")))),
    (_("隔离床位"), (("beds", _("床位（张）")), ("beds_used", _("其中在用（张）")))),
)
FEVER = ("fever_visits", "fever_tested")
LABELS = {name: label for _group, fields in GROUPS for name, label in fields}
FIGURES = tuple(LABELS)
PARTS = (("fever_tested", "fever_visits"), ("staff_tested", "staff"), ("staff_positive", "staff_tested"), ("admitted_tested", "admitted"),
         ("passed", "trained"), ("hands_right", "hands_seen"), ("samples_failed", "samples"), ("exposures_treated", "exposures"),
         ("beds_used", "beds"))
RATES = (("fever_tested", "fever_visits"), ("staff_tested", "staff"), ("admitted_tested", "admitted"), ("passed", "trained"),
         ("hands_right", "hands_seen"), ("beds_used", "beds"))


def asked(hospital) -> tuple:
    """What a hospital is asked for: one without a fever clinic has nothing to tell of it."""
    return tuple(name for name in FIGURES if hospital.has_fever_clinic or name not in FEVER)


def full_label(name) -> str:
    """手卫生：其中做对的（次）."""
    group = next(group for group, fields in GROUPS if name in dict(fields))
    return f"{group}{_('：')}{LABELS[name]}"


def wrong_parts(said) -> dict[str, str]:
    """By field, one sentence each: a part that is larger than its whole."""
    return {part: _("“{part}”是 {n}，不能比“{whole}”的 {all} 还多，请核对这两个数。").format(
                part=full_label(part), n=said[part], whole=full_label(whole), all=said[whole])
            for part, whole in PARTS if said.get(part) is not None and said.get(whole) is not None and said[part] > said[whole]}
