"""What a draft, a zero report in numbers and an edited template need."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.documents.package import MOST_BYTES
from lianfang.ground.ui.forms import Day, PlainForm

from .actions.zero import MOST
from .rules import item_word

WEEKLY = ("截至【截至】，全县累计管控【累计管控】人，已结束【已结束】人，在管【在管】人，其中集中隔离【集中隔离】人、"
          "居家隔离【居家隔离】人。逾期待办【逾期待办】件，应管未管【应管未管】人。")


class DraftForm(PlainForm):
    """A paper's words, with 【指标】 where a figure stands."""

    on = forms.DateField(label=_("用哪一天的数"), widget=Day, help_text=_("当天的数要先在统计台账签核"))
    title = forms.CharField(label=_("标题"), max_length=80)
    words = forms.CharField(label=_("正文"), max_length=6000, widget=forms.Textarea(attrs={"rows": 14}),
                            help_text=_("数不要手工写，写成【在管】或【禾阳街道·在管】，系统填上台账里的数"))

    def clean_on(self):
        """A day that has come."""
        if self.cleaned_data["on"] > today():
            raise forms.ValidationError(_("这一天还没有到。"))
        return self.cleaned_data["on"]


class ZeroForm(PlainForm):
    """How many of each item."""

    words = forms.CharField(label=_("说明"), max_length=200, required=False, help_text=_("不写姓名、号码"))

    def __init__(self, *args, items=(), held=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = list(items)
        for item in self.items:
            self.fields[item] = forms.IntegerField(label=item_word(item), min_value=0, max_value=MOST, initial=(held or {}).get(item, 0),
                                                   widget=forms.NumberInput(attrs={"inputmode": "numeric"}))
        self.order_fields([*self.items, "words"])

    def counts(self) -> dict[str, int]:
        """As the action takes it."""
        return {item: self.cleaned_data[item] for item in self.items}


class EditionForm(PlainForm):
    """A Word template that was edited."""

    file = forms.FileField(label=_("改好的模板（.docx）"), max_length=200)
    why = forms.CharField(label=_("改了什么"), max_length=120)

    def clean_file(self):
        """Its bytes; what is larger is not read to the end."""
        upload = self.cleaned_data["file"]
        return upload.read(MOST_BYTES + 1)


class BackForm(PlainForm):
    """Why an earlier version comes back."""

    number = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    why = forms.CharField(label=_("为什么"), max_length=120)
