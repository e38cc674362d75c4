"""What is asked of markets, complaints and commendations."""
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.ui.forms import Buttons, Day, PlainForm

from ..models import CHANNELS, MARKETS
from .shared import PlaceForm, count, words


class MarketCheckForm(PlaceForm):
    """One outing to markets of a kind."""

    kind = forms.ChoiceField(label=_("查的什么"), choices=list(MARKETS.items()), widget=Buttons)
    where = forms.CharField(label=_("查的哪里"), max_length=80, help_text=_("市场、街区的名字；不写经营者姓名"))
    on = forms.DateField(label=_("哪天"), widget=Day)
    people = count(_("去了几个人"), 1, 999)
    checked = count(_("查了几家（户次）"))
    amiss = count(_("其中有问题的几家"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today()

    def clean(self):
        """Not more amiss than looked at."""
        found = super().clean()
        if (found.get("amiss") or 0) > (found.get("checked") or 0) and not self.errors:
            self.add_error("amiss", _("有问题的不会比查的还多。"))
        return found


class MarketCaseForm(PlaceForm):
    """A case."""

    kind = forms.ChoiceField(label=_("哪一类"), choices=list(MARKETS.items()), widget=Buttons)
    number = forms.CharField(label=_("案号"), max_length=40)
    words = words(_("案情"))


class OutcomeForm(PlainForm):
    """What came of a case."""

    outcome = forms.CharField(label=_("处理结果"), max_length=80, help_text=_("例如：没收、罚款、警告"))


class ComplaintForm(PlaceForm):
    """What somebody complains of."""

    kind = forms.ChoiceField(label=_("哪一类"), choices=list(MARKETS.items()), widget=Buttons)
    channel = forms.ChoiceField(label=_("从哪里来"), choices=list(CHANNELS.items()), widget=Buttons)
    words = words(_("投诉什么"))
    contact = forms.CharField(label=_("怎么回复他"), max_length=100, required=False, help_text=_("他要答复才填；不要求实名"))


class CommendForm(PlainForm):
    """Who is commended, for what; the record that shows it is chosen, not told."""

    batch = forms.CharField(label=_("批次"), max_length=40, help_text=_("例如：第一批"))
    number = forms.CharField(label=_("文号"), max_length=60)
    deeds = forms.CharField(label=_("事迹"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))
    evidence = forms.TypedChoiceField(label=_("依据"), coerce=UUID, help_text=_("这里已有的检查、排名或者考察记录"))

    def __init__(self, *args, evidence, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].choices = evidence
