"""What is filled in about tests: who comes in and who leaves, what was found, where and when one can come."""
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import SHANGHAI, now, today
from lianfang.ground.sheets.limits import MAX_BYTES, MEGABYTE
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm
from lianfang.ground.units.models import Unit
from lianfang.registers.enterprises.queries import firms
from lianfang.registers.people.forms import SomebodyForm

from .models import DROPPING, KINDS, LEAVING, OUTCOMES
from .queries import shown_groups, slots_open, time_word

LISTED_UNITS = 600
LISTED_FIRMS = 2_000
FOUND = [(f"{kind}:{code}", format_lazy(_("{kind}：{said}"), kind=word, said=said))
         for kind, word in KINDS.items() for code, said in OUTCOMES[kind].items()]


def places(reach) -> list[tuple]:
    """Villages of a reach, each below its town, and the wider units themselves."""
    found = Unit.objects.filter(path__under=reach, level__in=("county", "township", "village"), until_on=None).order_by("path")
    return [(unit.pk, f"　{unit.name}" if unit.level == "village" else unit.name) for unit in found[:LISTED_UNITS]]


def groups_to_choose(rights) -> list[tuple]:
    """The groups of today that these rights show."""
    return [(one.code, str(one)) for one in shown_groups(today(), rights)]


class SheetForm(PlainForm):
    """A sheet, and where those are taken in of whom it says no village."""

    file = forms.FileField(label=_("表格"), help_text=_(".xlsx、.xls 或 .csv"))
    unit = forms.TypedChoiceField(label=_("归哪里管"), coerce=int)

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = places(reach)

    def clean_file(self):
        """Not larger than may be read."""
        if self.cleaned_data["file"].size > MAX_BYTES:
            raise forms.ValidationError(_("文件太大，超过 {size} MB；请分成几个文件再上传。").format(size=MAX_BYTES // MEGABYTE))
        return self.cleaned_data["file"]


class RosterForm(SheetForm):
    """A group's roster."""

    group = forms.ChoiceField(label=_("哪一类人"))
    field_order = ["group", "file", "unit"]

    def __init__(self, *args, rights, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups_to_choose(rights)
        self.fields["file"].help_text = _("列：姓名、身份证号、电话、村（社区）；没有身份证号的写护照号")


class ResultsForm(SheetForm):
    """A list of results."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("列：身份证号、采样时间、结果；可以加检测项目、报告编号")


class EnrolForm(SomebodyForm):
    """One person who must be tested."""

    group = forms.ChoiceField(label=_("哪一类人"))
    unit = forms.TypedChoiceField(label=_("住在哪个村（社区）"), coerce=int)
    field_order = ["group", "name", "id_kind", "id_number", "birth_on", "phone", "unit"]

    def __init__(self, *args, reach, rights, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups_to_choose(rights)
        self.fields["unit"].choices = [("", "—"), *places(reach)]

    def clean(self):
        """A number or a phone: a name alone is nobody."""
        found = super().clean()
        if not self.errors and not found["identity"].number and not found.get("phone"):
            self.add_error("id_number", _("姓名以外，证件号、手机号至少填一样。"))
        return found


class ResultForm(PlainForm):
    """A result that somebody shows on paper."""

    found = forms.ChoiceField(label=_("结果"), choices=FOUND, widget=forms.RadioSelect)
    taken_at = forms.DateTimeField(label=_("采样时间"), widget=Moment)
    evidence = forms.CharField(label=_("看的是什么报告"), max_length=120, help_text=_("检测机构和报告编号，例如：县医院检验科 0310-12"))

    def clean_taken_at(self):
        """Not later than now."""
        at = self.cleaned_data["taken_at"]
        if at > now():
            raise forms.ValidationError(_("采样时间还没有到，请核对。"))
        return at.astimezone(SHANGHAI)


class SampleForm(PlainForm):
    """When the sample was taken."""

    taken_at = forms.DateTimeField(label=_("采样时间"), widget=Moment)

    clean_taken_at = ResultForm.clean_taken_at


class LeaveForm(PlainForm):
    """Why somebody leaves a group."""

    why = forms.ChoiceField(label=_("为什么退出"), choices=list(LEAVING.items()), widget=Buttons)


class DropForm(PlainForm):
    """Why this test is let go."""

    why = forms.ChoiceField(label=_("为什么这次不用检"), choices=list(DROPPING.items()), widget=Buttons)


class PointForm(PlainForm):
    """A sampling point."""

    title = forms.CharField(label=_("采样点叫什么"), max_length=60, help_text=_("例如：县医院采样点"))
    place = forms.CharField(label=_("在哪里"), max_length=120, help_text=_("写到门口怎么走"))
    unit = forms.TypedChoiceField(label=_("归哪里管"), coerce=int)

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = places(reach)


class SlotsForm(PlainForm):
    """The hours of a point."""

    first = forms.DateField(label=_("从哪天"), widget=Day)
    last = forms.DateField(label=_("到哪天"), widget=Day)
    begin = forms.TimeField(label=_("每天几点开始"), widget=forms.TimeInput(attrs={"type": "time"}))
    end = forms.TimeField(label=_("几点结束"), widget=forms.TimeInput(attrs={"type": "time"}))
    minutes = forms.IntegerField(label=_("一个时段几分钟"), min_value=1, max_value=1440)
    quota = forms.IntegerField(label=_("一个时段几个人"), min_value=1, max_value=10_000)


class QuotaForm(PlainForm):
    """How many at a time."""

    quota = forms.IntegerField(label=_("一个时段几个人"), min_value=1, max_value=10_000)


class WishForm(SomebodyForm):
    """Who wishes to be tested."""

    field_order = ["name", "id_kind", "id_number", "phone"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["birth_on"]
        self.fields["id_number"].required = True

    def wish(self) -> dict:
        """As the action asks for it."""
        papers = self.cleaned_data["identity"]
        return {"name": self.cleaned_data["name"], "id_kind": papers.kind, "id_number": papers.number, "phone": self.cleaned_data["phone"]}


class FirmField(forms.ChoiceField):
    """One of the firms within a reach."""

    def of(self, reach):
        """The firms to choose from, by id."""
        self.firms = {str(one.pk): one for one in firms(reach)[:LISTED_FIRMS]}
        self.choices = [("", "—"), *((pk, one.title) for pk, one in self.firms.items())]


class BatchForm(PlainForm):
    """A firm's roster, and when it comes."""

    firm = FirmField(label=_("哪家企业"))
    slot = forms.ChoiceField(label=_("哪个时段"))
    file = forms.FileField(label=_("员工名册"), help_text=_(".xlsx、.xls 或 .csv；列：姓名、身份证号、电话"))

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["firm"].of(reach)
        self.slots = {str(one.pk): one for one in slots_open(now())}
        self.fields["slot"].choices = [("", "—"), *((pk, time_word(one)) for pk, one in self.slots.items())]

    clean_file = SheetForm.clean_file

    def order(self) -> dict:
        """As the action asks for it."""
        found = self.cleaned_data
        return {"firm": self.fields["firm"].firms[found["firm"]], "slot": self.slots[found["slot"]], "content": found["file"].read(),
                "name": found["file"].name}


class WalkInForm(SomebodyForm):
    """Somebody of a firm who has come."""

    firm = FirmField(label=_("哪家企业"))
    field_order = ["firm", "name", "id_kind", "id_number", "birth_on", "phone"]

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["firm"].of(reach)
        self.fields["id_number"].required = True


class PassForm(SomebodyForm):
    """A worker who goes back to work."""

    firm = FirmField(label=_("到哪家企业"))
    origin = forms.CharField(label=_("从哪里来"), max_length=60, help_text=_("写到县区，例如：湖北省武汉市；查不清的写“不清楚”"))
    unit = forms.TypedChoiceField(label=_("现住哪个村（社区）"), coerce=int)
    field_order = ["firm", "name", "id_kind", "id_number", "birth_on", "phone", "origin", "unit"]

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["firm"].of(reach)
        self.fields["unit"].choices = [("", "—"), *places(reach)]
        self.fields["id_number"].required = True
