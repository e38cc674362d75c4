"""What the steps of a case's course ask: on what each rests, where he was taken, what a revisit found."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import day_of, now
from lianfang.ground.ui.forms import Buttons, Day, PlainForm

from ..models import FOUND, ORIGINS

LONG = forms.Textarea(attrs={"rows": 3})


class NoForm(PlainForm):
    """A step that asks nothing."""


class InvestigatedForm(PlainForm):
    """What the investigation found."""

    origin = forms.ChoiceField(label=_("从哪里传来"), choices=[(code, word) for code, word in ORIGINS.items() if code], widget=Buttons)
    summary = forms.CharField(label=_("流调结论"), max_length=2000, widget=LONG,
                              help_text=_("可能的来源、暴露经过、已登记多少密接；查不清的写明查到哪一步"))


class DischargeForm(PlainForm):
    """When he left the hospital."""

    on = forms.DateField(label=_("出院日期"), widget=Day)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = day_of(now())


class SaidForm(PlainForm):
    """On what it rests."""

    said = forms.CharField(label=_("依据"), max_length=500, widget=LONG, help_text=_("谁说的、怎么知道的、有什么文书"))


class OutForm(PlainForm):
    """Where a case is taken."""

    to = forms.CharField(label=_("转到哪个县、哪个单位"), max_length=80, help_text=_("例如：邻县人民医院；对方的回执在“外县转办”里等"))


class AwayForm(OutForm):
    """Which county goes on with a case, and on what that rests."""

    why = forms.CharField(label=_("依据"), max_length=500, widget=LONG, help_text=_("谁同意的、怎么联系的、有什么文书"))


class RevisitForm(PlainForm):
    """What a revisit found."""

    found = forms.ChoiceField(label=_("复诊结果"), choices=list(FOUND.items()), widget=forms.RadioSelect)
    notes = forms.CharField(label=_("情况"), max_length=1000, widget=LONG, required=False, help_text=_("有不适或者又阳性的，写明怎么安排"))
