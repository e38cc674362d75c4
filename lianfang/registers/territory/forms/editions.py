"""The form that takes an official edition: its month and its three lists."""
import re

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm

from ..divisions import LISTS, DivisionFault, first_day, read

ENDING = re.compile(r"(\d{4}-\d{2})\.csv$", re.IGNORECASE)


class EditionForm(PlainForm):
    """Three files whose names end in the edition; the month may be said instead."""

    areas = forms.FileField(label=_("县（areas_…csv）"))
    streets = forms.FileField(label=_("乡镇、街道（streets_…csv）"))
    villages = forms.FileField(label=_("村、社区（villages_…csv）"))
    edition = forms.CharField(label=_("版本（年-月）"), max_length=7, required=False,
                              help_text=_("文件名以 2019-10.csv 这样结尾时不用填。"))

    def clean(self):
        """The edition's rows, checked; the first fault names its file and row."""
        found = super().clean()
        if self.errors:
            return found
        names = [found[kind].name for kind in LISTS]
        said = {match[1] for name in names if (match := ENDING.search(name))}
        try:
            found["edition"] = found["edition"].strip() or (said.pop() if len(said) == 1 else "")
            first_day(found["edition"])
            found["rows"] = read({kind: [(found[kind].name, found[kind])] for kind in LISTS})
        except DivisionFault as fault:
            raise forms.ValidationError(str(fault)) from None
        return found
