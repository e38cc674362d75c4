"""Begin a version of the county's own, and hand one in that was written in a spreadsheet."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...days import SHANGHAI
from ...sheets import SheetError
from ...units.models import Unit
from .. import registry
from ..drafting.book import from_book
from ..drafting.cells import records

LARGEST = 2 << 20  # bytes of a workbook: the longest table there is has sixty rows
BEGINNINGS = [("copy", _("照现行规则抄一份，在上面改")), ("overlay", _("空白，只写本地不同的几行，其余照旧"))]


class Hour(forms.DateTimeInput):
    """A day and a time."""

    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class DraftForm(forms.Form):
    """Where it holds, from when, and what it begins with."""

    area = forms.ModelChoiceField(label=_("适用辖区"), queryset=Unit.objects.none(), help_text=_("这个单位和它下面的全部"))
    begins_with = forms.ChoiceField(label=_("从哪里写起"), choices=BEGINNINGS, widget=forms.RadioSelect, initial="copy")
    from_at = forms.DateTimeField(label=_("生效时间"), required=False, widget=Hour(), help_text=_("空着就是一批准马上生效"))
    until_at = forms.DateTimeField(label=_("失效时间"), required=False, widget=Hour(), help_text=_("空着就是一直用到下一版"))

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = Unit.objects.filter(path__under=reach, level__in=["county", "township", "village"]).order_by("path")

    def given(self) -> dict:
        """What the action takes."""
        found = self.cleaned_data
        return {"area": found["area"], "from_at": found["from_at"], "until_at": found["until_at"],
                "is_overlay": found["begins_with"] == "overlay"}


class BookForm(forms.Form):
    """A workbook of two sheets: the table and its examples."""

    book = forms.FileField(label=_("改好的 Excel"), help_text=_("先下载，在表格软件里改，再传上来；列名和类型两行不要动，公式不收"))

    def __init__(self, name, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = name

    def clean_book(self):
        """The two texts, if their heads are those of the table."""
        upload = self.cleaned_data["book"]
        if upload.size > LARGEST:
            raise forms.ValidationError(gettext("文件太大：规则表的文件不会超过 2 MB。"))
        try:
            text, examples = from_book(upload.read(), upload.name)
        except SheetError as wrong:
            raise forms.ValidationError(str(wrong)) from None
        shipped = registry.shipped(self.name)
        if records(text)[:2] != records(shipped.text)[:2]:
            raise forms.ValidationError(gettext("第一张表的列名和类型两行和原表不一样：请下载现行的表，照它的头两行。"))
        return text, examples


def shown(at) -> str:
    """A moment as a message says it."""
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
