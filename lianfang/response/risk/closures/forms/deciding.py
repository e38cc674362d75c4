"""What is asked when an order is extended or lifted, a place was seen, an event is asked for and decided."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.outbox.fields import PhotoFile
from lianfang.ground.ui.forms import Buttons, Day, Moment, Photo, PlainForm

from ..actions import Wish
from ..models import EVENTS
from ..words import OF_KIND, PHOTO_WANTED
from .places import PlacesField

SEEN = {"shut": _("已关停、已封闭"), "open": _("没有关")}


class LiftForm(PlainForm):
    """The document that lifts it."""

    number = forms.CharField(label=_("解除的文号"), max_length=60)


class LiftPartForm(LiftForm):
    """Where, and which trades."""

    units = PlacesField(label=_("解除哪些地方"), required=False, help_text=_("不填就是全部范围；写名称，几个用顿号隔开"))
    what = forms.MultipleChoiceField(label=_("恢复哪些"), required=False, widget=forms.CheckboxSelectMultiple,
                                     help_text=_("不勾就是全部种类"))

    def __init__(self, *args, closure, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["units"].reach = reach
        self.fields["what"].choices = [(code, OF_KIND[closure.kind].get(code, code)) for code in closure.what]
        if not closure.what:
            del self.fields["what"]


class ExtendForm(PlainForm):
    """Until when, by which document."""

    number = forms.CharField(label=_("延长的文号"), max_length=60)
    until_at = forms.DateTimeField(label=_("延长到几时"), required=False, widget=Moment, help_text=_("不填就是“到另行通知解除为止”"))


class SeenForm(PlainForm):
    """What somebody saw."""

    seen = forms.ChoiceField(label=_("看到的"), choices=list(SEEN.items()), widget=Buttons)
    words = forms.CharField(label=_("说明"), max_length=200, required=False, help_text=_("没有关的，写明看到什么；不写人名和电话"))
    photo = PhotoFile(help_text=_("拍门口的封条、公告或关着的门；不要拍到人脸和证件"))

    def __init__(self, *args, needs_photo=False, was_shut=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.needs_photo = needs_photo
        if was_shut:  # then only that it is open again is news
            self.fields["seen"] = forms.ChoiceField(choices=[("open", SEEN["open"])], initial="open", widget=forms.HiddenInput)
            self.fields["words"].required, self.fields["words"].help_text = True, _("写明看到什么；不写人名和电话")
            self.fields["photo"].help_text = _("拍一张看得清的；不要拍到人脸和证件")

    def clean(self):
        """A market that is said to be shut is shown."""
        found = super().clean()
        if self.needs_photo and found.get("seen") == "shut" and not found.get("photo") and "photo" not in self.errors:
            self.add_error("photo", PHOTO_WANTED)
        return found


class SentSeen(PlainForm):
    """The same, as a phone sends it."""

    record = forms.UUIDField(label=_("记录"), widget=forms.HiddenInput)
    seen = forms.ChoiceField(label=_("看到的"), choices=list(SEEN.items()), widget=Buttons)
    words = forms.CharField(label=_("说明"), max_length=200, required=False, help_text=_("没有关的，写明看到什么；不写人名和电话"))
    photo = Photo(label=_("照片"), required=False)


class WhyForm(PlainForm):
    """Why."""

    why = forms.CharField(label=_("理由"), max_length=300, help_text=_("申请人会看到"))


class WordsForm(PlainForm):
    """What was seen at an event."""

    words = forms.CharField(label=_("现场情况"), max_length=300, help_text=_("例如：来了 18 人，都登记了，没有办宴席；不写姓名"))


class EventForm(PlainForm):
    """An application typed in for somebody."""

    kind = forms.ChoiceField(label=_("办什么"), choices=list(EVENTS.items()), widget=Buttons)
    heads = forms.IntegerField(label=_("多少人"), min_value=1, max_value=99_999)
    on = forms.DateField(label=_("哪一天"), widget=Day)
    unit = PlacesField(label=_("在哪个村（社区）"), widget=forms.TextInput, help_text=_("写名称；有重名的前面写上乡镇"))
    place = forms.CharField(label=_("详细地方"), max_length=100, required=False, help_text=_("例如：自家院子、某某饭店；加密保存"))
    name = forms.CharField(label=_("申请人"), max_length=50)
    phone = forms.CharField(label=_("电话"), max_length=30, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"}))

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].reach = reach

    def clean_unit(self):
        """One village: orders are put to where it lies."""
        found = self.cleaned_data["unit"]
        if len(found) != 1 or found[0].level != "village":
            raise forms.ValidationError(_("请写一个村（社区）。"))
        return found[0]

    def wish(self) -> Wish:
        """As the action takes it."""
        return Wish(**self.cleaned_data)
