"""What is asked at a gate and about gates."""
from .cases import AnswerForm, DecideForm, DownForm, RecheckForm
from .passing import CarForm, QuickForm, SomeoneForm
from .posts import PassesForm, PostForm
from .shifts import HandOverForm, OpenShiftForm, TallyForm

__all__ = ["AnswerForm", "CarForm", "DecideForm", "DownForm", "HandOverForm", "OpenShiftForm", "PassesForm", "PostForm", "QuickForm",
           "RecheckForm", "SomeoneForm", "TallyForm"]
