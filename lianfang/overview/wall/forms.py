"""Forms of screens: where one stands and what it shows; the code that pairs it."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Buttons, PlainForm

from .models import TONGUES


class ScreenForm(PlainForm):
    """A screen to be put up."""

    name = forms.CharField(label=_("这块屏在哪里"), max_length=40, help_text=_("例如：指挥部一楼"))
    unit = forms.TypedChoiceField(label=_("显示哪里的数"), coerce=int)
    language = forms.ChoiceField(label=_("屏上用哪种文字"), choices=list(TONGUES.items()), initial="zh-hans", widget=Buttons)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [(one.pk, one.name) for one in units]


class CodeForm(PlainForm):
    """Eight digits."""

    code = forms.CharField(label=_("配对码（8 位数字）"), max_length=20,
                           widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "autofocus": True}))
