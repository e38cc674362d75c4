"""What is said of a drive: its name, its roster, when it began; why it is called off."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import SHANGHAI
from lianfang.ground.ui.forms import Moment, PlainForm


class DriveForm(PlainForm):
    """A drive on a roster that was taken in."""

    title = forms.CharField(label=_("叫什么"), max_length=60, help_text=_("例如：返乡务工人员连夜排查"))
    roster = forms.ChoiceField(label=_("哪份名册"), help_text=_("最近收完的名册；没有的，先去“名册”里收"))
    started_at = forms.DateTimeField(label=_("几点开始"), widget=Moment, help_text=_("每一步用了多少分钟，从这一刻数"))

    def __init__(self, *args, rosters, **kwargs):
        super().__init__(*args, **kwargs)
        said = _("{name} · {n} 人 · {at}")
        self.fields["roster"].choices = [("", "—"), *((str(one.pk), said.format(
            name=one.name, n=one.accepted, at=f"{one.at.astimezone(SHANGHAI):%m-%d %H:%M}")) for one in rosters)]


class WhyForm(PlainForm):
    """Why."""

    said = forms.CharField(label=_("为什么中止"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
