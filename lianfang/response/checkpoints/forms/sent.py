"""What phones send from a gate: the same questions as the pages ask, and which post or record they are about."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm, Several

from .cases import AnswerForm, RecheckForm
from .passing import CarForm, QuickForm, SomeoneForm
from .shifts import HandOverForm, OpenShiftForm, TallyForm

MOST = 60


def _post():
    return forms.UUIDField(label=_("卡口"), widget=forms.HiddenInput)


def _record():
    return forms.UUIDField(label=_("记录"), widget=forms.HiddenInput)


class SentCar(CarForm):
    """A vehicle with everybody in it."""

    post = _post()
    people = Several(SomeoneForm, most=MOST, label=_("车上的人"))


class SentQuick(QuickForm):
    """A short record."""

    post = _post()


class SentTally(TallyForm):
    """A count."""

    post = _post()


class SentShift(OpenShiftForm):
    """A shift begins."""

    post = _post()


class SentHandOver(HandOverForm):
    """A shift ends."""

    record = _record()


class SentRecheck(RecheckForm):
    """Somebody held, measured and asked again."""

    record = _record()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["record"] = _record()


class SentStep(PlainForm):
    """A step that says nothing more."""

    record = _record()


class SentAnswer(AnswerForm):
    """What came of a notice."""

    record = _record()
