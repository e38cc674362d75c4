"""What a phone sends of inspection: a problem put right, a whole visit."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Answers, Buttons, Photo, PlainForm, Several

from ..actions.shared import LONGEST
from ..rules import grade_words, topic_words
from .shared import count, words
from .visiting import NOBODY

SHOT = _("拍一张看得清的；不要拍到人脸和证件")


class SentFix(PlainForm):
    """How a problem was put right, as a phone sends it."""

    record = forms.UUIDField(label=_("记录"), widget=forms.HiddenInput)
    words = words(_("怎么改的"), help_text=_("写清楚做了什么、现在什么样；不写别人的姓名和号码"))
    photo = Photo(label=_("照片"), required=False)


class SentProblem(PlainForm):
    """One problem of a visit, as a phone sends it."""

    topic = forms.ChoiceField(label=_("哪方面"), widget=Buttons)
    grade = forms.ChoiceField(label=_("多急"), widget=Buttons)
    spot = forms.CharField(label=_("具体在哪里"), max_length=60, required=False, help_text=_("哪个卡口、哪栋楼；整个单位的不用写"))
    words = forms.CharField(label=_("什么问题"), max_length=LONGEST - 100, widget=forms.Textarea(attrs={"rows": 3}), help_text=NOBODY)
    photo = Photo(label=_("照片"), required=False, help_text=SHOT)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices, self.fields["grade"].choices = topic_words(), grade_words()


class SentVisit(PlainForm):
    """A whole visit, as a phone sends it: the checklists it asked, the problems, who went; or only problems, of one recorded already."""

    record = forms.UUIDField(label=_("记录"), widget=forms.HiddenInput)
    answers = Answers(label=_("检查表"), required=False)
    problems = Several(SentProblem, most=60, label=_("查出的问题"), required=False)
    people = count(_("去了几个人"), 1, 99)
    note = words(_("情况"), required=False, help_text=_("好的、差的都写；不写姓名和号码"))
    photo = Photo(label=_("照片"), required=False, help_text=SHOT)
    adds = forms.BooleanField(label=_("检查结果已经有人登记：我只补报问题"), required=False)
