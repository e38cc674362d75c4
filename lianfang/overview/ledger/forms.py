"""What a change needs, and the county's codes in a DHIS2."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.indicators import INDICATORS
from lianfang.ground.ui.forms import PlainForm

from .queries.files import NOT_SENT


class ChangeForm(PlainForm):
    """Which figures, and why."""

    figures = forms.MultipleChoiceField(label=_("更正哪些数"), widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(label=_("为什么更正"), max_length=200, help_text=_("会留在台账里，如：三岔口镇补报1人"))

    def __init__(self, *args, choices=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["figures"].choices, self.fields["figures"].initial = choices, [value for value, _label in choices]


class CodesForm(PlainForm):
    """A code a figure and a unit; nothing typed is still to be told, "-" is not sent."""

    data_set = forms.CharField(label=_("数据集（dataSet）"), max_length=11, required=False)
    attribute_combo = forms.CharField(label=_("属性组合（attributeOptionCombo）"), max_length=11, required=False, help_text=_("可以不填"))
    others_not = forms.BooleanField(label=_("没填的都不报（填上“-”）"), required=False)

    def __init__(self, *args, units=(), codes=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.units = list(units)
        elements, places = (codes.elements, codes.places) if codes else ({}, {})
        for unit in self.units:
            self.fields[f"u-{unit.pk}"] = _code(unit.name, places.get(str(unit.pk), ""))
        for code, one in INDICATORS.items():
            held = elements.get(code, {})
            self.fields[f"e-{code}"] = _code(one, held.get("element", ""))
            self.fields[f"c-{code}"] = _code(f"categoryOptionCombo {one}", held.get("combo", ""))
        if codes:
            self.fields["data_set"].initial, self.fields["attribute_combo"].initial = codes.data_set, codes.attribute_combo

    def rows(self) -> dict:
        """The fields of the units, and pairs of fields of the figures."""
        return {"units": [(unit, self[f"u-{unit.pk}"]) for unit in self.units],
                "figures": [(code, one, self[f"e-{code}"], self[f"c-{code}"]) for code, one in INDICATORS.items()]}

    def given(self) -> dict:
        """As the action takes it."""
        said, empty = self.cleaned_data, NOT_SENT if self.cleaned_data["others_not"] else ""
        return {"data_set": said["data_set"].strip(), "attribute_combo": said["attribute_combo"].strip(),
                "elements": {code: (said[f"e-{code}"].strip() or empty, said[f"c-{code}"].strip()) for code in INDICATORS},
                "places": {unit.pk: said[f"u-{unit.pk}"].strip() or empty for unit in self.units}}


def _code(label, initial):
    box = forms.TextInput(attrs={"size": 13, "autocomplete": "off", "spellcheck": "false", "class": "form-control",
                                 "aria-label": str(label)})
    return forms.CharField(label=str(label), max_length=40, required=False, initial=initial, widget=box)
