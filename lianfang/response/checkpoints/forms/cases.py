"""Somebody held, measured and asked again; a lead's decision; answers to notices."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions
from lianfang.ground.days import today
from lianfang.ground.ui.forms import Buttons, PlainForm
from lianfang.ground.units.models import Unit

from ..asking.checking import may_skip
from ..models import OUTCOMES
from ..words import reason_word
from .passing import SomeoneForm

ASKED = ("temperature", "code", "symptoms", "origin", "goes", "destination", "name", "id_number", "phone", "proof")
DECIDED = ("pass", "register", "observe", "transfer", "turn_back")


class RecheckForm(SomeoneForm):
    """Only what is new; what stands is left as it is."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(ASKED):
            del self.fields[name]
        self.order_fields(ASKED)


class DecideForm(PlainForm):
    """What is to be done, and by which reason of the list."""

    outcome = forms.ChoiceField(label=_("怎么处理"), widget=Buttons, choices=[(code, OUTCOMES[code]) for code in DECIDED])
    reason = forms.ChoiceField(label=_("理由"), widget=Buttons)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        listed = decisions.table("skips").facts["reason"].listed
        self.fields["reason"].choices = [(code, reason_word(code)) for code in listed
                                         if any(may_skip("review", code, today(), asked=one) for one in DECIDED)]


class AnswerForm(PlainForm):
    """What came of it."""

    answer = forms.CharField(label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class DownForm(PlainForm):
    """Where in this county it belongs."""

    unit = forms.ModelChoiceField(label=_("目的地"), queryset=Unit.objects.none(), empty_label=_("请选择"))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
