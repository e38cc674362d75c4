"""The form of a list of positions."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.sheets import SheetError
from lianfang.ground.ui.forms import PlainForm

from ..positions import Entry, entries_of


class PositionsForm(PlainForm):
    """Places with latitude and longitude, pasted or in a sheet, and where they come from."""

    text = forms.CharField(label=_("地方、纬度、经度，一行一个"), widget=forms.Textarea({"rows": 8}), required=False, max_length=1_000_000,
                           help_text=_("例如：向阳小区 3号楼, 43.89123, 125.32456"))
    file = forms.FileField(label=_("或选一张表（.xlsx、.xls、.csv）"), required=False)
    source = forms.CharField(label=_("坐标从哪里来"), max_length=60, help_text=_("例如：自然资源局测绘成果；网格员手机定位（WGS-84）"))
    looked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @classmethod
    def again(cls, entries: list[Entry], source):
        """The same rows, to be looked through: all of them are in the box now, and a sheet that is chosen next is there instead of them."""
        form = cls(initial={"text": "\n".join(map(str, entries)), "source": source, "looked": True})
        form.fields["file"].label = _("或者改好了表再选一次（.xlsx、.xls、.csv）")
        form.fields["file"].help_text = _("选了新表，框里的就不算了")
        return form

    def clean(self):
        """The rows, from one or both; a mended sheet instead of what was read of it before."""
        found = super().clean()
        text, file = found.get("text", ""), found.get("file")
        text = "" if file and found.get("looked") else text
        try:
            entries = entries_of(text, file.read() if file else b"", file.name if file else "")
        except SheetError as fault:
            raise forms.ValidationError(str(fault)) from None
        if not (entries or self.errors):
            self.add_error("text", _("请粘贴坐标，或选一张表。"))
        return {"entries": entries, "source": found.get("source", "")}
