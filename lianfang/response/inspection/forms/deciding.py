"""What is asked when something is put right, looked at again, answered, closed."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.outbox.fields import PhotoFile
from lianfang.ground.ui.forms import Buttons, PlainForm

from ..models import OUTCOMES
from .shared import words


class WordsForm(PlainForm):
    """A few words."""

    words = words(_("说明"))


class WordsPhotoForm(PlainForm):
    """A few words and a photo."""

    words = words(_("说明"))
    photo = PhotoFile()


class AnswerForm(PlainForm):
    """The answer to a dispute that lets the score stand."""

    words = words(_("理由"))


class UpholdForm(PlainForm):
    """The answer to a dispute that changes the score."""

    points = forms.FloatField(label=_("改成多少分"), min_value=0, max_value=100,
                              widget=forms.NumberInput({"inputmode": "decimal", "step": "0.01"}))
    words = words(_("理由"))


class NumberForm(PlainForm):
    """Under which document's number a ranking is published."""

    number = forms.CharField(label=_("文号"), max_length=60, help_text=_("例如：督查通报〔2020〕12号"))


class CaseForm(PlainForm):
    """A referral."""

    number = forms.CharField(label=_("案卷号"), max_length=40)
    note = words(_("移送事由"), help_text=_("只有有案卷权限的人看得到"))


class CloseCaseForm(PlainForm):
    """What came of a case file."""

    outcome = forms.ChoiceField(label=_("处理结果"), choices=list(OUTCOMES.items()), widget=Buttons)
    note = words(_("办理情况"))
