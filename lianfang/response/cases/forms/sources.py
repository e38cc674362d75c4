"""Who infected a case: asked by his number."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Day, PlainForm

from ..models import SETTINGS


class SourceForm(PlainForm):
    """Who infected a case, by his number."""

    number = forms.CharField(label=_("是谁传给他的"), max_length=60, help_text=_("那个病例的编号：卡片编号或名单里的编号"))
    setting = forms.ChoiceField(label=_("怎样传的"), choices=list(SETTINGS.items()), required=False)
    on = forms.DateField(label=_("哪一天（知道的话）"), widget=Day, required=False)
    note = forms.CharField(label=_("依据"), max_length=300, required=False, help_text=_("谁说的、怎么知道的"))
