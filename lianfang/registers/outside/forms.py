"""What is asked about an answer from outside."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import now
from lianfang.ground.ui.forms import Buttons, Moment, PlainForm

from .actions import Said
from .models import WAYS

EXAMPLE = _("例如：邻县疾控中心流调科")


class AnswerForm(PlainForm):
    """Who took over or was told, and how one finds him again."""

    office = forms.CharField(label=_("哪个单位接的"), max_length=80)
    name = forms.CharField(label=_("接的人姓名"), max_length=60)
    phone = forms.CharField(label=_("回拨电话"), max_length=40)
    said_at = forms.DateTimeField(label=_("什么时间"), widget=Moment)
    way = forms.ChoiceField(label=_("怎么来的"), choices=list(WAYS.items()), widget=Buttons, initial="phone")
    number = forms.CharField(label=_("对方文号"), max_length=60, required=False, help_text=_("电话答复、没有文号的空着"))
    note = forms.CharField(label=_("说了什么"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, example=EXAMPLE, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].help_text = example
        self.fields["said_at"].initial = now()

    def clean_said_at(self):
        """Not later than now."""
        if self.cleaned_data["said_at"] > now():
            raise forms.ValidationError(_("这个时间还没有到，请核对。"))
        return self.cleaned_data["said_at"]

    def answer(self) -> Said:
        """As the actions take it."""
        return Said(**{name: self.cleaned_data[name] for name in ("office", "name", "phone", "said_at", "way", "number", "note")})
