"""The form at the door: the code on the notice, and the birthday; and what is asked behind it."""
import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Buttons, PlainForm, Temperature
from lianfang.response.isolation.queries import NEEDS, SYMPTOMS

BORN = re.compile(r"^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$", re.ASCII)


class Door(PlainForm):
    """A code and a day; what does not fit together is told by the view, in one sentence for every cause."""

    code = forms.CharField(label=_("告知书上的编码"), max_length=60,
                           widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}))
    birthday = forms.CharField(label=_("您的生日（按身份证）"), max_length=12, help_text=_("8位数字，例如 19660305"),
                               widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))

    def clean_birthday(self):
        """A day, or nothing that could be one."""
        found = BORN.match(self.cleaned_data["birthday"].strip())
        try:
            return date(*map(int, found.groups())) if found else None
        except ValueError:
            return None


class OwnCheck(PlainForm):
    """A temperature and the three symptoms; nothing is filled in beforehand."""

    temperature = forms.FloatField(label=_("我的体温"), widget=Temperature, min_value=30, max_value=45)
    symptoms = forms.MultipleChoiceField(label=_("有没有发热、咳嗽、咽干？有就勾上"), required=False,
                                         choices=list(SYMPTOMS.items()), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["symptoms"].is_asked = True


class OwnNeed(PlainForm):
    """What is lacking at home."""

    kind = forms.ChoiceField(label=_("缺什么"), choices=list(NEEDS.items()), widget=Buttons)
    wish = forms.CharField(label=_("要什么、要多少"), max_length=200,
                           widget=forms.TextInput(attrs={"autocomplete": "off"}), help_text=_("例如：降压药 2 盒；白菜 5 斤"))
