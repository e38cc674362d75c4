"""What people hand in and decide on the rosters' pages."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.sheets.limits import MAX_BYTES, MEGABYTE
from lianfang.ground.ui.forms import Buttons, Day, PlainForm
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .models import KINDS, LEAD_OUTCOMES, OUTCOMES
from .queries import sources

LISTED_UNITS = 600


def units_in(reach, levels) -> list[tuple]:
    """Units of these levels within a reach, each below its town."""
    found = Unit.objects.filter(path__under=reach, level__in=levels, until_on=None).order_by("path")[:LISTED_UNITS]
    names = dict(Unit.objects.filter(level="township").values_list("pk", "name"))
    return [(unit.pk, " ".join(names[pk] for pk in unit.ancestor_ids[:-1] if pk in names) + " " + unit.name) for unit in found]


class UploadForm(PlainForm):
    """A file, what it is, for whom and for which day."""

    file = forms.FileField(label=_("名册文件"), help_text=_(".xlsx、.xls 或 .csv；表头在前十行里就行"))
    kind = forms.ChoiceField(label=_("这是什么"), choices=list(KINDS.items()), initial="returnees", widget=forms.RadioSelect)
    unit = forms.TypedChoiceField(label=_("哪个单位的"), coerce=int, help_text=_("住址对不上的人先挂在这个单位"))
    on = forms.DateField(label=_("判定之日"), widget=Day, help_text=_("按这一天的规则判定"))
    source = forms.ChoiceField(label=_("从哪里来的"), help_text=_("不在这里的来源（银行、信访、物业等），名册不收"))
    basis = forms.CharField(label=_("法律依据"), required=False, max_length=200, help_text=_("居民底册必填，例如哪一份协查函"))

    def __init__(self, *args, reach, home=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units_in(reach, ("county", "township", "village"))
        self.fields["unit"].initial = home
        self.fields["on"].initial = today()
        self.fields["source"].choices = [("", "—"), *((code, sources.word(code)) for code in sources.codes())]

    def clean_file(self):
        """Not larger than may be read."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_("文件太大，超过 {size} MB；请分成几个文件再上传。").format(size=MAX_BYTES // MEGABYTE))
        return file

    def clean(self):
        """A register comes with its basis."""
        given = super().clean()
        if given.get("kind") == "residents" and not given.get("basis", "").strip():
            self.add_error("basis", _("导入居民底册要写明法律依据。"))
        if {"source", "kind", "on"} <= given.keys():
            try:
                sources.row_of(given["source"], given["kind"], given["on"])
            except Refused as refused:
                self.add_error("source", str(refused))
        return given


class PlaceForm(PlainForm):
    """Where somebody lives."""

    unit = forms.TypedChoiceField(label=_("哪个村（社区）"), coerce=int)
    address = forms.CharField(label=_("门牌或楼栋单元门号"), required=False, max_length=120,
                              help_text=_("例如：红旗小区3栋2单元401、东胡同7号；只知道哪个村就留空"))
    may_add = forms.BooleanField(label=_("没有这一户就新建"), required=False)

    def __init__(self, *args, reach, home=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units_in(reach, ("village",))
        self.fields["unit"].initial = home


class LeadForm(PlainForm):
    """What was found."""

    outcome = forms.ChoiceField(label=_("核查结果"), choices=list(LEAD_OUTCOMES.items()), widget=Buttons)


class PassForm(PlainForm):
    """Who can find him."""

    unit = forms.TypedChoiceField(label=_("转给哪个村（社区）"), coerce=int)

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "—"), *units_in(reach, ("village",))]


class NameForm(PlainForm):
    """Who it is."""

    outcome = forms.ChoiceField(label=_("核实结果"), widget=forms.RadioSelect,
                                choices=[(code, OUTCOMES[code]) for code in ("kept", "renamed", "other")])
