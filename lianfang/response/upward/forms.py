"""What is asked of a report to the city."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import now, today
from lianfang.ground.ui.forms import Buttons, Moment, PlainForm
from lianfang.registers.diseases.queries import profiles
from lianfang.registers.outside.models import WAYS

from .models import KINDS


class EventForm(PlainForm):
    """Something a person wants reported: a cluster, somebody abnormal."""

    kind = forms.ChoiceField(label=_("什么情况"), choices=[one for one in KINDS.items() if one[0] != "case"], widget=Buttons,
                             initial="cluster", help_text=_("确诊病例在“病例”里登记，登记了就自动立项；还没确诊的在这里立项"))
    title = forms.CharField(label=_("一句话"), max_length=120, help_text=_("几例、什么病、哪个乡镇；不写姓名。例如：某小学发热学生8例"))
    disease = forms.ChoiceField(label=_("什么病"), required=False)
    found_at = forms.DateTimeField(label=_("几时发现的"), widget=Moment)
    known_at = forms.DateTimeField(label=_("县里几时知道的"), widget=Moment, help_text=_("上报时限从这一刻数"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["disease"].choices = [("", _("还不清楚")), *((one.code, str(one)) for one in profiles(today()))]
        self.fields["known_at"].initial = now()


class ReportForm(PlainForm):
    """One report."""

    words = forms.CharField(label=_("报告内容"), max_length=2000, widget=forms.Textarea(attrs={"rows": 9}),
                            help_text=_("系统按已核的数起草，可以改；不写姓名、号码"))
    to = forms.CharField(label=_("报给谁"), max_length=80, initial=_("市疫情防控指挥部"))
    way = forms.ChoiceField(label=_("怎么报的"), choices=list(WAYS.items()), widget=Buttons, initial="system")
    source = forms.CharField(label=_("电话报的，谁打的"), max_length=80, required=False)
    reported_at = forms.DateTimeField(label=_("几时报的"), widget=Moment)

    def __init__(self, *args, drafted="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].initial, self.fields["reported_at"].initial = drafted, now()


class WhyForm(PlainForm):
    """Why it is not reported."""

    why = forms.CharField(label=_("为什么不用上报"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
