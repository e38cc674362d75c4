"""The form at the door: the code on the notice, and the birthday; and what is asked behind it."""
import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ui.forms import Buttons, Day, PlainForm, Temperature
from lianfang.ground.units.queries import named_like
from lianfang.ground.workflow import Refused
from lianfang.registers.enterprises.queries import firm_of_code
from lianfang.registers.people.forms import TypedForm
from lianfang.response.checkpoints.queries import ENTRY_PURPOSES, GOES
from lianfang.response.isolation.queries import NEEDS, SYMPTOMS
from lianfang.response.redress.queries import FIELDS
from lianfang.response.redress.queries import read_photo as read
from lianfang.response.risk.closures.queries import event_words
from lianfang.response.testing.queries import time_word

BORN = re.compile(r"^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$", re.ASCII)


class Door(PlainForm):
    """A code and a day; what does not fit together is told by the view, in one sentence for every cause."""

    code = forms.CharField(label=_("告知书上的编码"), max_length=60,
                           widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}))
    birthday = forms.CharField(label=_("您的生日（按身份证）"), max_length=12, help_text=_("8位数字，例如 19660305"),
                               widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))

    def clean_birthday(self):
        """A day, or nothing that could be one."""
        found = BORN.match(self.cleaned_data["birthday"].strip())
        try:
            return date(*map(int, found.groups())) if found else None
        except ValueError:
            return None


class OwnCheck(PlainForm):
    """A temperature and the three symptoms; nothing is filled in beforehand."""

    temperature = forms.FloatField(label=_("我的体温"), widget=Temperature, min_value=30, max_value=45)
    symptoms = forms.MultipleChoiceField(label=_("有没有发热、咳嗽、咽干？有就勾上"), required=False,
                                         choices=list(SYMPTOMS.items()), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["symptoms"].is_asked = True


class OwnNeed(PlainForm):
    """What is lacking at home."""

    kind = forms.ChoiceField(label=_("缺什么"), choices=list(NEEDS.items()), widget=Buttons)
    wish = forms.CharField(label=_("要什么、要多少"), max_length=200,
                           widget=forms.TextInput(attrs={"autocomplete": "off"}), help_text=_("例如：降压药 2 盒；白菜 5 斤"))


class EntryForm(TypedForm):
    """Who is about to come, from where, where to and what for; what only a gate may see or measure is not asked."""

    name = forms.CharField(label=_("姓名"), max_length=50, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    id_number = forms.CharField(label=_("证件号码"), max_length=30, widget=forms.TextInput(attrs={"autocomplete": "off"}),
                                help_text=_("身份证 18 位；没有的填护照、通行证号码"))
    phone = forms.CharField(label=_("电话"), required=False, max_length=20, help_text=_("手机 11 位，没有的不填"),
                            widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}))
    origin = forms.CharField(label=_("从哪里来"), max_length=60, help_text=_("写到省、市、县，例如：广东深圳"))
    goes = forms.ChoiceField(label=_("到哪里去"), choices=list(GOES.items()), widget=Buttons)
    destination = forms.CharField(label=_("详细地方"), max_length=60, help_text=_("到本县的写乡镇（街道）、村（社区）；到外县的写哪个县"))
    purpose = forms.ChoiceField(label=_("来做什么"), choices=list(ENTRY_PURPOSES.items()), widget=Buttons)


class Proof(forms.FileField):
    """A photo, taken only if it is one; its bytes."""

    def __init__(self, **kwargs):
        told = _("能证明的拍一张：车票、证件、检测报告。加密保存，只有答复的人能看，看了会记下")
        super().__init__(label=_("照片"), required=False, help_text=told,
                         widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}), **kwargs)

    def clean(self, value, initial=None):
        """What storage takes."""
        upload = super().clean(value, initial)
        try:
            return read(upload) if upload else None
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None


class OwnAppeal(PlainForm):
    """Why the measure is wrong."""

    words = forms.CharField(label=_("哪里不对"), max_length=1000, widget=forms.Textarea(attrs={"rows": 5}),
                            help_text=_("哪一条不是您的情况，实际是什么，写清楚时间、地点"))
    photo = Proof()


class OwnClaim(PlainForm):
    """Which record is wrong, and what is right."""

    field = forms.ChoiceField(label=_("哪一项错了"), choices=list(FIELDS.items()), widget=Buttons)
    right = forms.CharField(label=_("正确的是"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    words = forms.CharField(label=_("说明"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    photo = Proof()


class DeskCode(PlainForm):
    """The code of a notice or a form."""

    code = forms.CharField(label=_("告知书或申请单上的编码"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))


class ByHand(PlainForm):
    """How it came to the desk."""

    channel = forms.ChoiceField(label=_("怎么提的"), choices=[("paper", _("纸面")), ("phone", _("电话"))], widget=Buttons)


class DeskAppeal(OwnAppeal, ByHand):
    """An appeal on paper or by phone, word for word."""

    field_order = ("channel", "words", "photo")


class DeskClaim(OwnClaim, ByHand):
    """A correction on paper or by phone."""

    field_order = ("channel", "field", "right", "words", "photo")


class BookForm(TypedForm):
    """Who wishes to be tested, and when."""

    slot = forms.ChoiceField(label=_("哪天、几点、在哪里"))
    name = forms.CharField(label=_("姓名"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    id_number = forms.CharField(label=_("身份证号（没有的填护照号）"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    phone = forms.CharField(label=_("手机号"), max_length=30, required=False,
                            widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}))

    def __init__(self, *args, slots, **kwargs):
        super().__init__(*args, **kwargs)
        self.slots = {str(one.pk): one for one in slots}
        self.fields["slot"].choices = [("", "—"), *((pk, time_word(one)) for pk, one in self.slots.items())]

    def clean_slot(self):
        """The time itself."""
        return self.slots[self.cleaned_data["slot"]]

    def wish(self) -> dict:
        """Who it is, as the action asks for it."""
        return {name: self.cleaned_data[name] for name in ("name", "id_kind", "id_number", "phone")}


class EventForm(PlainForm):
    """What somebody wishes to hold, where, on which day, and who he is."""

    kind = forms.ChoiceField(label=_("办什么"), choices=list(event_words().items()), widget=Buttons)
    heads = forms.IntegerField(label=_("多少人"), min_value=1, max_value=99_999, widget=forms.NumberInput(attrs={"inputmode": "numeric"}))
    on = forms.DateField(label=_("哪一天"), widget=Day)
    unit = forms.CharField(label=_("在哪个村（社区）"), max_length=80,
                           help_text=_("例如：丰禾社区；有重名的前面写上乡镇：禾阳街道 丰禾社区"))
    place = forms.CharField(label=_("详细地方"), max_length=100, required=False, help_text=_("例如：自家院子、某某饭店；加密保存"))
    name = forms.CharField(label=_("姓名"), max_length=50, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(label=_("电话"), max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
                            help_text=_("乡镇有事找您"))
    firm = forms.CharField(label=_("企业编码"), max_length=60, required=False, help_text=_("单位办的才填，在预约单上"))

    def clean_unit(self):
        """A village of ours."""
        found = [one for one in named_like(self.cleaned_data["unit"].strip()) if one.level == "village"]
        if len(found) == 1:
            return found[0]
        raise forms.ValidationError(_("叫这个名字的有几个，请在前面写上乡镇。") if found else _("没有找到这个村（社区），请核对名称。"))

    def clean_firm(self):
        """The firm whose code it is."""
        said = self.cleaned_data["firm"].strip()
        with everything():
            found = firm_of_code(said)
        if said and found is None:
            raise forms.ValidationError(_("编码不对，请照预约单再填一遍；不是单位办的，空着。"))
        return found if said else None


class FirmDoor(PlainForm):
    """A firm's code, and the end of its credit code."""

    code = forms.CharField(label=_("企业编码"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    tail = forms.CharField(label=_("信用代码后 6 位"), max_length=18, help_text=_("营业执照上统一社会信用代码的最后 6 位"),
                           widget=forms.TextInput(attrs={"autocomplete": "off"}))


class CheckForm(PlainForm):
    """The code on a pass."""

    code = forms.CharField(label=_("返岗证明上的核验码"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))
