"""A vehicle and everybody in it; and the short form of untrained posts."""
from functools import lru_cache

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions
from lianfang.ground.days import today
from lianfang.ground.ui.forms import Buttons, PlainForm, Temperature
from lianfang.registers.people.forms import TypedForm
from lianfang.registers.people.typed import cells

from ..asking import slips
from ..asking.checking import may_skip
from ..models import CODES, DIRECTIONS, GOES, MEANS, PURPOSES
from ..words import reason_word

NOTHING = [("", _("做了，不用选"))]
PLATE = 12
ASKED = ("id_number", "name", "temperature", "code", "symptoms", "origin", "goes")


def reasons(step) -> list:
    """The reasons for which a step may be left out, as the table has them today."""
    return _reasons(step, today(), get_language(), decisions.edition())


@lru_cache(maxsize=64)
def _reasons(step, on, _language, _edition):
    listed = decisions.table("skips").facts["reason"].listed
    return NOTHING + [(code, reason_word(code)) for code in listed if may_skip(step, code, on)]


def _temperature(**more):
    return forms.FloatField(label=_("体温"), required=False, min_value=20, max_value=50, widget=Temperature(), **more)


class CarForm(PlainForm):
    """What stands at the gate."""

    plate = forms.CharField(label=_("车牌"), required=False, max_length=PLATE, widget=forms.TextInput(attrs={"autocomplete": "off"}),
                            help_text=_("步行的不填"))
    means = forms.ChoiceField(label=_("怎么来的"), choices=list(MEANS.items()), widget=Buttons, initial="car")
    direction = forms.ChoiceField(label=_("方向"), choices=list(DIRECTIONS.items()), widget=Buttons, initial="in")
    purpose = forms.ChoiceField(label=_("来做什么"), required=False, choices=list(PURPOSES.items()), widget=Buttons)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purpose"].is_asked = True  # who shows an entry code has said it before

    def clean_plate(self):
        """Capitals, no blanks or dots."""
        return cells.plain(self.cleaned_data["plate"]).replace("·", "").upper()


class SomeoneForm(TypedForm):
    """Somebody in it: scan, temperature, questions; what cannot be done has a reason."""

    id_number = forms.CharField(label=_("证件号码"), required=False, max_length=60, widget=forms.TextInput(attrs={
        "autocomplete": "off", "inputmode": "text", "data-number": ""}))
    slip = forms.CharField(label=_("出入证、入县码"), required=False, max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    name = forms.CharField(label=_("姓名"), required=False, max_length=50, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    skip_scan = forms.ChoiceField(label=_("扫不了的原因"), required=False)
    temperature = _temperature()
    skip_temperature = forms.ChoiceField(label=_("测不了的原因"), required=False)
    code = forms.ChoiceField(label=_("健康码"), required=False, widget=Buttons,
                             choices=[one for one in CODES.items() if one[0] != "unknown"])
    symptoms = forms.ChoiceField(label=_("有没有发热、咳嗽"), required=False, choices=[("no", _("没有")), ("yes", _("有"))], widget=Buttons)
    origin = forms.CharField(label=_("从哪里来"), required=False, max_length=60)
    goes = forms.ChoiceField(label=_("到哪里去"), required=False, choices=list(GOES.items()), widget=Buttons)
    destination = forms.CharField(label=_("详细地方"), required=False, max_length=60)
    phone = forms.CharField(label=_("电话"), required=False, max_length=20, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    proof = forms.BooleanField(label=_("看过行程证明（短信、票据、纸质证明），属实"), required=False)
    skip_verify = forms.ChoiceField(label=_("查验不了的原因"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ASKED:
            self.fields[name].is_asked = True  # a reason may stand in its place, but nobody leaves it out
        for step in ("scan", "temperature", "verify"):
            self.fields[f"skip_{step}"].choices = reasons(step)

    def clean(self):
        """What a reader typed here that types what it reads may be a pass."""
        typed = self.cleaned_data.get("id_number", "")
        if slips.is_ours(typed):
            self.cleaned_data |= {"slip": self.cleaned_data.get("slip") or typed, "id_number": ""}
        return super().clean()


class QuickForm(PlainForm):
    """How many, the hottest, from here or not."""

    direction = forms.ChoiceField(label=_("方向"), choices=list(DIRECTIONS.items()), widget=Buttons, initial="in")
    people = forms.IntegerField(label=_("几个人"), min_value=1, max_value=200, initial=1)
    temperature = _temperature(help_text=_("几个人的，填最高的"))
    skip_temperature = forms.ChoiceField(label=_("测不了的原因"), required=False)
    is_stranger = forms.ChoiceField(label=_("有没有外来人员"), choices=[("no", _("没有")), ("yes", _("有"))], widget=Buttons)
    is_urgent = forms.ChoiceField(label=_("有没有急病、临产、救护、消防"), choices=[("no", _("没有")), ("yes", _("有，先放行"))],
                                  widget=Buttons, required=False, initial="no")
    slip = forms.CharField(label=_("出入证"), required=False, max_length=60, help_text=_("扫证上的码，或照着输入"))
    plate = forms.CharField(label=_("车牌"), required=False, max_length=PLATE, help_text=_("步行的不填"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["temperature"].is_asked = True
        self.fields["skip_temperature"].choices = reasons("temperature")

    def clean_plate(self):
        """Capitals, no blanks or dots."""
        return cells.plain(self.cleaned_data["plate"]).replace("·", "").upper()
