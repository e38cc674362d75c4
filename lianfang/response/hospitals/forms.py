"""What hospitals fill in: the weekly report, a problem, somebody of a task force; and what the county says of a hospital."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Buttons, PlainForm
from lianfang.ground.units.models import Unit

from .figures import LABELS, asked, full_label, wrong_parts
from .models import AREAS, FORCES, GRADES, KINDS, RANKS, SHIFTS, WEEKDAYS

LONG = forms.Textarea(attrs={"rows": 3})
MOST = 1_000_000
DIALLED = r"\d[\d-]{5,18}\d"
UNNAMED = _("不写病人、职工的姓名")


class HospitalForm(PlainForm):
    """A hospital on the register."""

    title = forms.CharField(label=_("医院名称"), max_length=60)
    village = forms.ModelChoiceField(label=_("在哪个村（社区）"), queryset=Unit.objects.none(), empty_label=_("请选择"))
    kind = forms.ChoiceField(label=_("种类"), choices=list(KINDS.items()))
    grade = forms.ChoiceField(label=_("等级"), choices=list(GRADES.items()), widget=Buttons)
    has_fever_clinic = forms.BooleanField(label=_("设有发热门诊"), required=False)
    is_designated = forms.BooleanField(label=_("定点医院"), required=False)
    beds = forms.IntegerField(label=_("隔离床位（张）"), min_value=0, max_value=10_000)
    office_phone = forms.CharField(label=_("院感科电话"), max_length=20, required=False)

    def __init__(self, *args, villages, **kwargs):
        """`villages` to choose from; none: the hospital stands already, and stays where it is."""
        super().__init__(*args, **kwargs)
        if villages is None:
            del self.fields["village"]
        else:
            self.fields["village"].queryset = villages


class MemberForm(PlainForm):
    """Somebody in a task force."""

    force = forms.ChoiceField(label=_("哪个专班"), choices=list(FORCES.items()), widget=Buttons)
    rank = forms.ChoiceField(label=_("身份"), choices=list(RANKS.items()), widget=Buttons, initial="member")
    name = forms.CharField(label=_("姓名"), max_length=40)
    phone = forms.RegexField(DIALLED, label=_("电话"), max_length=20, error_messages={
        "invalid": _("电话号码读不懂，请写手机号，或者区号加座机号，例如 0432-5550120。")})
    post = forms.CharField(label=_("科室、职务"), max_length=60, required=False)
    duty = forms.CharField(label=_("分工"), max_length=120, required=False, help_text=_("例如：发热门诊巡查，每天一次"))
    days = forms.TypedMultipleChoiceField(label=_("哪几天值班"), choices=list(WEEKDAYS.items()), coerce=int, required=False,
                                          widget=forms.CheckboxSelectMultiple)
    shift = forms.ChoiceField(label=_("班次"), choices=list(SHIFTS.items()), widget=Buttons, initial="day")


class WeekForm(PlainForm):
    """The figures of a week, those that are asked of this hospital; a draft may leave any open."""

    def __init__(self, *args, hospital, is_draft, has_problems, is_correction=False, **kwargs):
        super().__init__(*args, **kwargs)
        for name in asked(hospital):
            field = forms.IntegerField(label=LABELS[name], min_value=0, max_value=MOST, required=not is_draft)
            field.error_messages |= {
                "required": _("请填写“{label}”，没有的填 0。").format(label=full_label(name)),
                "invalid": _("“{label}”只能填数字，没有的填 0。").format(label=full_label(name)),
                "min_value": _("“{label}”不能是负数。").format(label=full_label(name)),
                "max_value": _("“{label}”太大了，请核对。").format(label=full_label(name))}
            self.fields[name] = field
        if not has_problems:
            self.fields["nothing_found"] = forms.BooleanField(label=_("本周没有发现问题"), required=not is_draft, error_messages={
                "required": _("本周有问题的请先登记；没有的，请勾上“本周没有发现问题”。")})
        if is_correction:
            self.fields["reason"] = forms.CharField(label=_("为什么订正"), max_length=200, help_text=UNNAMED,
                                                    error_messages={"required": _("请写明为什么订正。")})

    def clean(self):
        """No part is larger than its whole."""
        found = super().clean()
        for name, sentence in wrong_parts(found).items():
            self.add_error(name, sentence)
        return found


class ProblemForm(PlainForm):
    """What is amiss."""

    area = forms.ChoiceField(label=_("哪一类"), choices=list(AREAS.items()), widget=Buttons)
    ward = forms.CharField(label=_("哪个科室"), max_length=40)
    what = forms.CharField(label=_("什么问题"), max_length=300, widget=LONG, help_text=UNNAMED)


class SaidForm(PlainForm):
    """One reason, or what was done."""

    said = forms.CharField(label=_("写明"), max_length=300, widget=LONG, help_text=UNNAMED)


class NoForm(PlainForm):
    """Nothing to fill in."""
