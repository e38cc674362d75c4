"""A post, and passes for a place."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Buttons, PlainForm
from lianfang.ground.units.models import Unit

from ..models import DEPARTMENTS, KINDS, PASS_KINDS, PURPOSES, ROADS, TIERS
from ..models.post import FORMS

CLOCK = r"([01]\d|2[0-3]):[0-5]\d|24:00"


def _clock(label, initial):
    return forms.RegexField(CLOCK, label=label, initial=initial, max_length=5,
                            error_messages={"invalid": _("请写成 08:00 这样；一天的末尾是 24:00。")})


class PostForm(PlainForm):
    """A point of entry."""

    name = forms.CharField(label=_("名称"), max_length=60)
    unit = forms.ModelChoiceField(label=_("设在哪里"), queryset=Unit.objects.none(), empty_label=_("请选择"))
    tier = forms.ChoiceField(label=_("级别"), choices=list(TIERS.items()), widget=Buttons)
    kind = forms.ChoiceField(label=_("种类"), choices=list(KINDS.items()), widget=Buttons)
    form = forms.ChoiceField(label=_("怎么登记"), choices=list(FORMS.items()), widget=Buttons, initial="full")
    road = forms.ChoiceField(label=_("道路"), choices=list(ROADS.items()), widget=Buttons, initial="open")
    document = forms.CharField(label=_("封路的文件"), required=False, max_length=200)
    spared = forms.MultipleChoiceField(label=_("封路时照常放行的来意"), required=False, choices=[
        one for one in PURPOSES.items() if one[0] != "unknown"], widget=forms.CheckboxSelectMultiple)
    departments = forms.MultipleChoiceField(label=_("哪些部门联合值守"), required=False, choices=list(DEPARTMENTS.items()),
                                            widget=forms.CheckboxSelectMultiple)
    opens = _clock(_("几点开始"), "00:00")
    closes = _clock(_("几点结束"), "24:00")
    site = forms.ModelChoiceField(label=_("转运到哪里"), queryset=Unit.objects.none(), required=False, empty_label=_("没有指定"))
    team_phone = forms.CharField(label=_("转运组电话"), required=False, max_length=20)

    def __init__(self, *args, units, sites, **kwargs):
        super().__init__(*args, **kwargs)
        for name, found in (("unit", units), ("site", sites)):
            self.fields[name].queryset = found


class PassesForm(PlainForm):
    """For which place, of which kind."""

    unit = forms.ModelChoiceField(label=_("给哪里的住户发"), queryset=Unit.objects.none(), empty_label=_("请选择"))
    kind = forms.ChoiceField(label=_("种类"), choices=[one for one in PASS_KINDS.items() if one[0] != "entry"], widget=Buttons)
    road = forms.ChoiceField(label=_("现在的管理"), choices=list(ROADS.items()), widget=Buttons, initial="closed")
    plate = forms.CharField(label=_("车牌"), required=False, max_length=12, help_text=_("只有车辆通行证要填，一车一证"))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units

    def clean(self):
        """A vehicle has a plate, a household has none."""
        found = super().clean()
        if found.get("kind") == "vehicle" and not found.get("plate"):
            self.add_error("plate", _("车辆通行证要写车牌。"))
        return found
