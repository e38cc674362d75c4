"""The form at the door: the code on the notice, and the birthday."""
import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm

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
