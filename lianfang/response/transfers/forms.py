"""What is asked in transfers: the letter, whom it names, the receipt, why a case did not go."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import now, today
from lianfang.ground.sheets.limits import MAX_BYTES, MEGABYTE
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import profiles
from lianfang.registers.outside.models import WAYS
from lianfang.registers.people.actions import Somebody
from lianfang.registers.people.forms import SomebodyForm

from . import storage
from .actions import Letter, Told
from .models import CASE_NUMBER, FOUND, KINDS

LISTED_UNITS = 600


def villages(reach) -> list[tuple]:
    """The villages in reach, each below its town; nobody knows it: the county."""
    found = Unit.objects.filter(path__under=reach, level__in=("township", "village"), until_on=None).order_by("path")[:LISTED_UNITS]
    return [("", _("查不清，先挂在县里")), *((one.pk, f"　{one.name}" if one.level == "village" else one.name) for one in found)]


class LetterForm(PlainForm):
    """A letter, or a call, of another county."""

    county = forms.CharField(label=_("哪个县（市、区）、哪个单位"), max_length=60, help_text=_("例如：邻县疾控中心"))
    liaison = forms.CharField(label=_("对方联系人"), max_length=60)
    phone = forms.CharField(label=_("对方电话"), max_length=40)
    number = forms.CharField(label=_("对方文号"), max_length=60, required=False, help_text=_("电话来的、没有文号的空着"))
    came_at = forms.DateTimeField(label=_("几时收到的"), widget=Moment, help_text=_("回执时限从这一刻数"))
    way = forms.ChoiceField(label=_("怎么来的"), choices=list(WAYS.items()), widget=Buttons, initial="phone")
    disease = forms.ChoiceField(label=_("什么病"))
    note = forms.CharField(label=_("说了什么"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    file = forms.FileField(label=_("来函原件（PDF 或照片）"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["disease"].choices = [("", "—"), *((one.code, str(one)) for one in profiles(today()))]
        self.fields["came_at"].initial = now()

    def clean_came_at(self):
        """Not later than now."""
        if self.cleaned_data["came_at"] > now():
            raise forms.ValidationError(_("收到的时间还没有到，请核对。"))
        return self.cleaned_data["came_at"]

    def clean_file(self):
        """Its bytes, of a kind that can be shown."""
        if not (file := self.cleaned_data["file"]):
            return b""
        try:
            return storage.read(file)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None

    def letter(self) -> Letter:
        """As the action takes it."""
        names = ("county", "liaison", "phone", "number", "came_at", "way", "disease", "note")
        return Letter(**{name: self.cleaned_data[name] for name in names})


class NameForm(SomebodyForm):
    """Somebody the letter names."""

    kind = forms.ChoiceField(label=_("是什么人"), choices=list(KINDS.items()), widget=Buttons, initial="close")
    exposed_on = forms.DateField(label=_("末次接触日期"), widget=Day, required=False, help_text=_("接触者要填"))
    of_case = forms.RegexField(CASE_NUMBER, label=_("是哪个病例的接触者（对方编号）"), max_length=40, required=False,
                               help_text=_("来函里那个病例的编号或序号，不写姓名；没有就空着"),
                               error_messages={"invalid": _("对方病例编号写编号，不写姓名：要有数字，最多 40 个字。")})
    onset_on = forms.DateField(label=_("发病日期"), widget=Day, required=False, help_text=_("病例填发病或者诊断"))
    diagnosed_at = forms.DateTimeField(label=_("诊断时间"), widget=Moment, required=False)
    unit = forms.TypedChoiceField(label=_("住在哪个村（社区）"), coerce=int, empty_value=None, required=False)
    address = forms.CharField(label=_("现住址"), max_length=120, required=False)
    field_order = ["kind", "name", "phone", "exposed_on", "of_case", "onset_on", "diagnosed_at", "unit", "address",
                   "id_kind", "id_number", "birth_on"]

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = villages(reach)

    def clean(self):
        """A case with its onset or diagnosis, a contact with the day of the last contact; none of them in the future."""
        said = super().clean()
        if said.get("kind") == "case" and not (said.get("onset_on") or said.get("diagnosed_at")) and not self.errors:
            self.add_error("onset_on", _("病例要写“发病日期”或者“诊断日期”。"))
        if said.get("kind") not in (None, "case") and not said.get("exposed_on") and "exposed_on" not in self.errors:
            self.add_error("exposed_on", _("接触者要写“末次接触日期”。"))
        for name in ("exposed_on", "onset_on"):
            if said.get(name) and said[name] > today():
                self.add_error(name, _("“{column}”在今天以后，请核对。").format(column=self.fields[name].label))
        return said

    def told(self) -> Told:
        """As the action takes it."""
        said, papers = self.cleaned_data, self.cleaned_data["identity"]
        who = Somebody(said["name"], id_kind=papers.kind, id_number=papers.number, phone=said["phone"], sex=papers.sex,
                       birth_on=papers.birth_on or said["birth_on"], address=said["address"])
        return Told(who, said["kind"], said["exposed_on"], said["onset_on"], said["diagnosed_at"], said["unit"],
                    said["of_case"])


class SheetForm(PlainForm):
    """A sheet of people."""

    file = forms.FileField(label=_("名单"), help_text=_(
        ".xlsx、.xls 或 .csv。列：姓名、类别、身份证号、手机号、现住址、村（社区）、末次接触日期、对方病例编号、发病日期、诊断日期"))
    mapping = forms.CharField(label=_("列的对应"), required=False, max_length=400,
                              help_text=_("认不出列时才填：左边是哪一项，右边是表头，例如 姓名=人名,类别=什么人。下次不用再填"))

    def clean_file(self):
        """Not larger than may be read."""
        if self.cleaned_data["file"].size > MAX_BYTES:
            raise forms.ValidationError(_("文件太大，超过 {size} MB；请分成几个文件再上传。").format(size=MAX_BYTES // MEGABYTE))
        return self.cleaned_data["file"]


class FoundForm(PlainForm):
    """What became of somebody."""

    found = forms.ChoiceField(label=_("下落"), choices=[one for one in FOUND.items() if one[0]], widget=Buttons)


class ReceiptForm(PlainForm):
    """Our receipt: who took over."""

    name = forms.CharField(label=_("本县谁接管"), max_length=60)
    phone = forms.CharField(label=_("回拨电话"), max_length=40)
    way = forms.ChoiceField(label=_("怎么发的"), choices=list(WAYS.items()), widget=Buttons, initial="phone")
    sent_at = forms.DateTimeField(label=_("几时发的"), widget=Moment)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].initial, self.fields["phone"].initial, self.fields["sent_at"].initial = by.name, settings.HELP_PHONE, now()


class WhyForm(PlainForm):
    """Why a case did not go."""

    why = forms.CharField(label=_("为什么没有转成、人现在在哪里"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
