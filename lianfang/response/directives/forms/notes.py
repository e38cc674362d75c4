"""What is asked of visits, good practice and the timeline."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import now, today
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm
from lianfang.ground.units.forms import PlacesField

from ..models import SIDES
from ..reading import Entry
from .places import PlaceField
from .tasks import NOBODY_NAMED, Placed


class VisitForm(Placed):
    """Who was where, when, with whom."""

    unit = PlaceField(label=_("到了哪里"))
    leader = forms.CharField(label=_("哪位领导"), max_length=60)
    company = forms.CharField(label=_("同行的人"), max_length=200, required=False)
    visited_at = forms.DateTimeField(label=_("几时到的"), widget=Moment)
    words = forms.CharField(label=_("看了什么"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
                            help_text=NOBODY_NAMED)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["visited_at"].initial = now()


class PracticeForm(Placed):
    """What worked where."""

    unit = PlaceField(label=_("哪里的做法"))
    title = forms.CharField(label=_("一句话说是什么"), max_length=80, help_text=_("例如：大喇叭早中晚各播一遍"))
    text = forms.CharField(label=_("怎么做，别的地方照着办要什么"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}),
                           help_text=NOBODY_NAMED)


class SpreadForm(Placed):
    """To whom it is offered."""

    level = forms.ChoiceField(label=_("推广到"), choices=[("township", _("全部乡镇（街道）")), ("village", _("全部村（社区）")),
                                                      ("", _("只推下面写的"))], required=False, widget=Buttons, initial="township")
    places = PlacesField(label=_("还推广到哪些单位"), max_length=2000, required=False, help_text=_("写名称，用顿号隔开"))


class AnswerForm(PlainForm):
    """In what way, or why not."""

    words = forms.CharField(label=_("怎么用的，或者为什么不适用"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class MilestoneForm(PlainForm):
    """One line of the timeline."""

    side = forms.ChoiceField(label=_("哪一边"), choices=list(SIDES.items()), initial="own", widget=Buttons)
    on = forms.DateField(label=_("哪一天"), widget=Day)
    place = forms.CharField(label=_("哪里"), max_length=60)
    words = forms.CharField(label=_("做了什么"), max_length=200, help_text=NOBODY_NAMED)
    source = forms.CharField(label=_("来源"), max_length=200, help_text=_("哪个文件、哪次会、哪家媒体"))
    first = forms.BooleanField(label=_("是第一个"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", today())

    def entry(self) -> Entry:
        """As the action takes it."""
        found = self.cleaned_data
        return Entry(found["on"], found["place"], found["words"], found["source"], found["first"])


class SheetForm(PlainForm):
    """A sheet of the timeline."""

    side = forms.ChoiceField(label=_("哪一边"), choices=list(SIDES.items()), initial="outside", widget=Buttons)
    file = forms.FileField(label=_("表格（xlsx 或 csv）"))
