"""What is asked of a visit, of a problem, of how it was put right, of a cadre."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.outbox.fields import PhotoFile
from lianfang.ground.ui.forms import Buttons, Day, PlainForm

from ..models import KINDS, WAYS
from ..rules import grade_words, topic_words
from .shared import PlaceForm, count, words

NOBODY = _("不写别人的姓名和号码")


class SeenForm(PlainForm):
    """What a visit saw beside its checklists."""

    people = count(_("去了几个人"), 1, 99)
    note = words(_("情况"), required=False, help_text=_("好的、差的都写；问题下一步一条一条登记。不写姓名和号码"))
    photo = PhotoFile()


class ProblemForm(PlainForm):
    """One problem."""

    topic = forms.ChoiceField(label=_("哪方面"), widget=Buttons)
    grade = forms.ChoiceField(label=_("多急"), widget=Buttons, initial="usual")
    words = words(_("什么问题"), help_text=NOBODY)
    photo = PhotoFile()

    def __init__(self, *args, first=(), **kwargs):
        super().__init__(*args, **kwargs)
        topics = topic_words()
        self.fields["topic"].choices = [one for one in topics if one[0] in first] or topics
        self.fields["grade"].choices = grade_words()


class ProblemHereForm(PlaceForm, ProblemForm):
    """A problem found without a visit: where, too."""

    field_order = ["unit", "topic", "grade", "words", "photo"]


class WrittenForm(PlaceForm):
    """A notice, a report, a suggestion."""

    kind = forms.ChoiceField(label=_("哪一种"), choices=list(KINDS.items()), widget=Buttons)
    number = forms.CharField(label=_("文号"), max_length=40, required=False, help_text=_("通报必填，例如：督〔2020〕3号"))
    title = forms.CharField(label=_("标题"), max_length=80)
    words = words(_("内容"), 8)


class AssessmentForm(PlaceForm):
    """What was seen of a cadre."""

    cadre = forms.ModelChoiceField(label=_("哪位干部"), queryset=None, help_text=_("写完他本人马上看得到，也可以说明"))
    team = forms.ModelChoiceField(label=_("哪个考察组"), queryset=None)
    on = forms.DateField(label=_("哪天"), widget=Day)
    way = forms.ChoiceField(label=_("怎么考察"), choices=list(WAYS.items()), widget=Buttons)
    seen = words(_("看到了什么"), 5, help_text=_("只写看到的事，不写听来的"))
    field_order = ["unit", "cadre", "team", "on", "way", "seen"]

    def __init__(self, *args, teams, cadres, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset, self.fields["cadre"].queryset = teams, cadres
        self.fields["cadre"].label_from_instance = lambda account: account.name
        self.fields["on"].initial = today()
