"""What samplers and the laboratory fill: a point, a tube, a swab, a box, a machine, results."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.sheets.limits import MAX_BYTES, MEGABYTE
from lianfang.ground.ui.forms import Buttons, PlainForm, Several
from lianfang.ground.units.models import Unit
from lianfang.registers.diseases.queries import profiles
from lianfang.registers.people.actions import Somebody
from lianfang.registers.people.forms import TypedForm

from .actions import somebody
from .models import OUTCOMES, REASONS
from .rules import sizes

USUAL = [(code, word) for code, word in REASONS.items() if code != "resample"]
LEVELS = ("county", "township", "village", "grid")
MOST_UNITS = 3000
CODE = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text", "autocapitalize": "characters", "autofocus": ""})
LONG = forms.Textarea(attrs={"rows": 2})
MOST_IN_TUBE, WEEK = 50, 7 * 24 * 3600


def _below(units):
    """Units to choose from, each further in than what it lies in: twenty villages share a name."""
    return [(unit.pk, "　" * LEVELS.index(unit.level) + unit.name) for unit in units]


class PointForm(PlainForm):
    """A sampling point is opened."""

    name = forms.CharField(label=_("采样点叫什么"), max_length=60, help_text=_("例如：社区广场、县医院发热门诊"))
    unit = forms.TypedChoiceField(label=_("在哪里"), coerce=int)
    reason = forms.ChoiceField(label=_("来的人主要是"), choices=USUAL, widget=Buttons)
    disease = forms.ChoiceField(label=_("检测什么病"))

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        found = Unit.objects.filter(path__under=reach, level__in=LEVELS, until_on=None).order_by("path")[:MOST_UNITS]
        self.fields["unit"].choices = _below(found)
        self.fields["disease"].choices = [(one.code, str(one)) for one in profiles(today())]


class TubeForm(PlainForm):
    """The next tube: its code and for how many it is."""

    code = forms.CharField(label=_("扫管码，或者输入"), max_length=60, widget=CODE)
    places = forms.TypedChoiceField(label=_("几人一管"), coerce=int, widget=Buttons)
    reason = forms.ChoiceField(label=_("为什么检测"), choices=USUAL)

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, initial={"reason": session.reason, "places": max(sizes(session.reason, today())[:3])}, **kwargs)
        every = sorted({size for reason, _word in USUAL for size in sizes(reason, today())})
        self.fields["places"].choices = [(size, _("一人一管") if size == 1 else _("{n} 人").format(n=size)) for size in every]


class SwabForm(TypedForm):
    """Somebody at the point: his card is scanned or typed; the name only where nobody knows the number."""

    id_number = forms.CharField(label=_("扫身份证，或者输入证件号"), max_length=40, required=False, widget=CODE)
    name = forms.CharField(label=_("姓名"), max_length=100, required=False, help_text=_("名册里有这个证件号的，可以不填"))
    phone = forms.CharField(label=_("手机号"), max_length=30, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["id_number"].is_asked = True  # it may be left empty, but not as a rule

    def clean(self):
        """A number, or a name with a phone."""
        found = super().clean()
        if not self.errors and not self.is_named(found):
            self.add_error("id_number", _("请扫身份证；没有证件的，填姓名和手机号。"))
        return found

    def is_named(self, found):
        """Whether it is said who he is."""
        return bool(found["id_number"] or (found.get("name") and found.get("phone")))

    @property
    def who(self) -> Somebody:
        """As his papers say."""
        return somebody(self.cleaned_data, on=today())


class SealForm(PlainForm):
    """How many swabs were counted in the tube."""

    count = forms.IntegerField(label=_("数一数，管里有几支拭子"), min_value=0, max_value=99)


def _ago(label):
    """How long before the tube was sealed, in seconds: a phone whose clock is wrong still knows that."""
    return forms.IntegerField(label=label, min_value=0, max_value=WEEK, widget=forms.HiddenInput)


class SentSwab(SwabForm):
    """Somebody at his place in a tube that a phone has sealed: by the code of his booking, or as his papers say."""

    position = forms.IntegerField(label=_("第几位"), min_value=1, max_value=MOST_IN_TUBE, widget=forms.HiddenInput)
    booking = forms.CharField(label=_("预约码"), max_length=40, required=False, widget=CODE)
    reason = forms.ChoiceField(label=_("为什么检测"), choices=USUAL, required=False)
    ago = _ago(_("采样在封管前几秒"))
    field_order = ["booking", "id_number", "name", "phone", "reason"]

    def is_named(self, found):
        """A booking says who he is."""
        return bool(found.get("booking")) or super().is_named(found)


class SentTube(PlainForm):
    """A tube that a phone has filled and sealed: one record, so that a cut never leaves half a tube. Only a tube that was still open when
    the PIN was lost comes without the number of its swabs."""

    session = forms.UUIDField(label=_("采样点"), widget=forms.HiddenInput)
    code = forms.CharField(label=_("管码"), max_length=60, widget=CODE)
    places = forms.IntegerField(label=_("几人一管"), min_value=1, max_value=MOST_IN_TUBE)
    reason = forms.ChoiceField(label=_("为什么检测"), choices=USUAL)
    count = forms.IntegerField(label=_("数一数，管里有几支拭子"), min_value=1, max_value=99, required=False)
    people = Several(SentSwab, most=MOST_IN_TUBE, label=_("管里的人"))
    ago = _ago(_("开管在封管前几秒"))


class WhyForm(PlainForm):
    """On what it rests."""

    why = forms.CharField(label=_("为什么"), max_length=300, widget=LONG)


class BoxForm(PlainForm):
    """A box goes to the laboratory."""

    box = forms.CharField(label=_("扫箱码，或者输入"), max_length=60, widget=CODE)
    tubes = forms.MultipleChoiceField(label=_("装进箱里的管"), widget=forms.CheckboxSelectMultiple)
    carrier = forms.CharField(label=_("谁送、什么车"), max_length=60)
    temperature = forms.FloatField(label=_("箱内温度（℃）"), min_value=-90, max_value=60)

    def __init__(self, *args, tubes, **kwargs):
        super().__init__(*args, initial={"tubes": [str(one.pk) for one in tubes]}, **kwargs)
        self.fields["tubes"].choices = [(str(one.pk), _("{code}（{n} 人，{place}）").format(code=one.code, n=one.count, place=one.session))
                                        for one in tubes]


class ReceiveForm(PlainForm):
    """A box has come: which tubes are in it, how cold it is."""

    codes = forms.MultipleChoiceField(label=_("箱里有的管"), widget=forms.CheckboxSelectMultiple)
    temperature = forms.FloatField(label=_("开箱时的温度（℃）"), min_value=-90, max_value=60)
    note = forms.CharField(label=_("情况"), max_length=300, widget=LONG, required=False,
                           help_text=_("温度不对、少了管、有破损的，写在这里"))

    def __init__(self, *args, tubes, **kwargs):
        super().__init__(*args, initial={"codes": [one.code for one in tubes]}, **kwargs)
        self.fields["codes"].choices = [(one.code, one.code) for one in tubes]


class RunForm(PlainForm):
    """Tubes go onto a machine."""

    machine = forms.CharField(label=_("哪台仪器"), max_length=60)
    tubes = forms.MultipleChoiceField(label=_("上机的管"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, tubes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tubes"].choices = [(str(one.pk), one.code) for one in tubes]


class SheetForm(PlainForm):
    """A sheet of results."""

    file = forms.FileField(label=_("检测结果表"), help_text=_(".xlsx、.xls 或 .csv；35 列的结果表和常见的列名都认得"))
    disease = forms.ChoiceField(label=_("检测什么病"))
    unit = forms.TypedChoiceField(label=_("挂在哪里"), coerce=int, help_text=_("名册里没有的人先挂在这个单位"))
    mapping = forms.CharField(label=_("列的对应"), required=False, max_length=400,
                              help_text=_("认不出列时才填：左边是哪一项，右边是表头，例如 证件号码=号码,采样时间=何时；"
                                          "同样的表下次不用再填"))

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        found = Unit.objects.filter(path__under=reach, level__in=LEVELS[:3], until_on=None).order_by("path")[:MOST_UNITS]
        self.fields["unit"].choices = _below(found)
        self.fields["disease"].choices = [(one.code, str(one)) for one in profiles(today())]

    def clean_file(self):
        """Not larger than may be read."""
        if self.cleaned_data["file"].size > MAX_BYTES:
            raise forms.ValidationError(_("文件太大，超过 {size} MB；请分成几个文件再上传。").format(size=MAX_BYTES // MEGABYTE))
        return self.cleaned_data["file"]


class ReportForm(forms.Form):
    """A result for each tube of a run; what is left open stays on the machine."""

    def __init__(self, *args, tubes, **kwargs):
        super().__init__(*args, **kwargs)
        self.tubes = tubes
        for one in tubes:
            self.fields[f"outcome_{one.pk}"] = forms.ChoiceField(label=one.code, choices=list(OUTCOMES.items()), widget=Buttons,
                                                                 required=False)
            self.fields[f"ct_{one.pk}"] = forms.CharField(label=_("Ct 值"), max_length=60, required=False)

    def lines(self):
        """Each tube with its two fields."""
        return [(one, self[f"outcome_{one.pk}"], self[f"ct_{one.pk}"]) for one in self.tubes]

    def found(self):
        """(tube, outcome, ct) of those with a result."""
        said = self.cleaned_data
        return [(one, said[f"outcome_{one.pk}"], said[f"ct_{one.pk}"]) for one in self.tubes if said[f"outcome_{one.pk}"]]
