"""The words of a trajectory, as somebody mends them."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm


class TrajectoryForm(PlainForm):
    """A sentence about whom, and a line a day."""

    whom = forms.CharField(label=_("谁（不写姓名）"), max_length=300)
    lines = forms.CharField(label=_("行程，一天一行"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 14}),
                            help_text=_("不写姓名、门牌、手机号；家和单位只写到乡镇；公共场所写名称和时间"))

    def words(self) -> dict:
        """The words, its lines apart."""
        return {"whom": self.cleaned_data["whom"], "lines": self.cleaned_data["lines"].splitlines()}
