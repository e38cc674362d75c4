"""Going on duty, counting, handing over."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm

from ..models import STOCK


class Stocked(PlainForm):
    """What is there, counted."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, label in STOCK.items():
            self.fields[code] = forms.IntegerField(label=label, required=False, min_value=0, max_value=100_000)

    def clean(self):
        """What was counted, apart."""
        found = super().clean() or self.cleaned_data
        return {**found, "stock": {code: found[code] for code in STOCK if found.get(code) is not None}}


class OpenShiftForm(Stocked):
    """How many are on duty, with what."""

    people = forms.IntegerField(label=_("这一班几个人"), min_value=1, max_value=100)


class TallyForm(PlainForm):
    """So many more, or fewer."""

    vehicles = forms.IntegerField(label=_("车"), required=False, min_value=-50, max_value=500)
    people = forms.IntegerField(label=_("人"), required=False, min_value=-200, max_value=2000)


class HandOverForm(Stocked):
    """What is left, and why counts and records differ."""

    why = forms.CharField(label=_("点数与记录为什么不一样"), required=False, max_length=200,
                          help_text=_("相差超过规定的才要写，例如：高峰时先放行后补登记"))
