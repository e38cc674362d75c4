"""Forms that put up buildings and say what is behind a door."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.sheets import SheetError
from lianfang.ground.ui.forms import PlainForm

from ..addresses.lists import lines_of
from ..models import OCCUPANCIES, USES
from ..shapes import MOST_DOORS, MOST_FLOORS, MOST_STAIRS

GROUNDS = [("homes", _("和楼上一样住人")), ("shops", _("门店")), ("open", _("架空或车库，没有门户"))]
NUMBERINGS = [("by_stair", _("每个单元从头编：101、102，下一单元又是 101、102")),
              ("through", _("整层连着编：101、102，下一单元是 103、104"))]
SKIPS = [("4", _("4 层")), ("13", _("13 层")), ("14", _("14 层"))]


def _count(label, most, initial=None, **more):
    keys = forms.NumberInput({"inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=1, max_value=most, initial=initial, widget=keys, **more)


class WizardForm(PlainForm):
    """6 floors × 3 stairs × 2 doors, shops at the street."""

    names = forms.CharField(label=_("楼号"), max_length=60, help_text=_("例如 3号楼；几栋一样的可写 1-6号楼。"))
    floors = _count(_("几层"), MOST_FLOORS, 6)
    stairs = _count(_("几个单元"), MOST_STAIRS, 3)
    doors = _count(_("每层每单元几户"), MOST_DOORS, 2)
    ground = forms.ChoiceField(label=_("一层是"), choices=GROUNDS, widget=forms.RadioSelect, initial="homes")
    ground_doors = _count(_("一层每单元几个门（不同时填）"), MOST_DOORS, required=False)
    skips = forms.MultipleChoiceField(label=_("没有这几层的编号"), choices=SKIPS, widget=forms.CheckboxSelectMultiple, required=False)
    numbering = forms.ChoiceField(label=_("门号怎么编"), choices=NUMBERINGS, widget=forms.RadioSelect, initial="by_stair")

    def clean_skips(self):
        """Floor numbers."""
        return {int(floor) for floor in self.cleaned_data["skips"]}


class LaneForm(PlainForm):
    """A lane or group of bungalows with its range of doors."""

    name = forms.CharField(label=_("巷子、胡同或组"), max_length=60, help_text=_("例如 东胡同、第三组"))
    first = _count(_("从几号"), 9999, 1)
    last = _count(_("到几号"), 9999, 20)
    step = forms.TypedChoiceField(label=_("门号"), choices=[(1, _("连着编")), (2, _("只有单号或只有双号"))], coerce=int, initial=1,
                                  widget=forms.RadioSelect)

    def clean(self):
        """From small to large."""
        found = super().clean()
        if found.get("first") and found.get("last") and found["first"] > found["last"]:
            self.add_error("last", _("门号要从小到大。"))
        return found


class AddressesForm(PlainForm):
    """Addresses, pasted or in a sheet."""

    text = forms.CharField(label=_("地址，一行一个"), widget=forms.Textarea({"rows": 10}), required=False, max_length=1_000_000,
                           help_text=_("例如 红旗小区3栋2单元401、东胡同7号。已有的门户不会重复加。"))
    file = forms.FileField(label=_("或选一张表（.xlsx、.xls、.csv）"), required=False)

    def clean(self):
        """The lines, from one or both."""
        found = super().clean()
        text, file = found.get("text", ""), found.get("file")
        try:
            lines = lines_of(text, file.read() if file else b"", file.name if file else "")
        except SheetError as fault:
            raise forms.ValidationError(str(fault)) from None
        if not (lines or self.errors):
            self.add_error("text", _("请粘贴地址，或选一张表。"))
        return {"lines": lines}


class DoorForm(PlainForm):
    """What is known of a door."""

    use = forms.ChoiceField(label=_("用途"), choices=list(USES.items()), widget=forms.RadioSelect)
    occupancy = forms.ChoiceField(label=_("住人情况"), choices=list(OCCUPANCIES.items()), widget=forms.RadioSelect)
    head_count = forms.IntegerField(label=_("几口人"), min_value=0, max_value=999, required=False,
                                    widget=forms.NumberInput({"inputmode": "numeric"}))
    note = forms.CharField(label=_("备注"), max_length=40, required=False, help_text=_("店名、封条好坏等；不要写人名、电话。"))
