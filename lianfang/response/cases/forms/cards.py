"""What the case team fills: the first word about a case, the report card, a list, what was found."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import now, today
from lianfang.ground.sheets.limits import MAX_BYTES, MEGABYTE
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm
from lianfang.ground.units.models import Unit
from lianfang.registers.diseases.queries import profiles
from lianfang.registers.people.forms import SomebodyForm
from lianfang.registers.people.typed import cells, identity, phones, wording

from ..carding import faults
from ..models import (
    ANTIBODY,
    ANTIGEN,
    BELONGS,
    CHANNELS,
    CLASSES,
    GROUPS,
    HOLDS,
    ID_KINDS,
    NUCLEIC,
    NUMBERLESS,
    PHASES,
    SEVERITIES,
)
from ..models.card import SEALED

LISTED_UNITS = 600
LONG = forms.Textarea(attrs={"rows": 3})
NOTHING = ("", "—")


def diseases_on(on) -> list[tuple]:
    """The diseases of a day's profiles, to choose from."""
    return [NOTHING, *((one.code, str(one)) for one in profiles(on))]


def villages(reach) -> list[tuple]:
    """The county itself (who lives elsewhere) and its villages, each below its town."""
    levels = ("county", "township", "village")
    found = Unit.objects.filter(path__under=reach, level__in=levels, until_on=None).order_by("path")[:LISTED_UNITS]
    return [(unit.pk, _("{county}（住在外地或查不清）").format(county=unit.name) if unit.level == "county" else
             f"　{unit.name}" if unit.level == "village" else unit.name) for unit in found]


class WordForm(SomebodyForm):
    """The first word about a case."""

    channel = forms.ChoiceField(label=_("从哪里报来"), choices=list(CHANNELS.items()), initial="hospital", widget=Buttons)
    source = forms.CharField(label=_("哪个单位、谁报的"), max_length=120, help_text=_("例如：县医院发热门诊，值班电话"))
    disease = forms.ChoiceField(label=_("什么病"))
    diagnosed_at = forms.DateTimeField(label=_("诊断时间"), widget=Moment, required=False,
                                       help_text=_("报告时限从这一刻数；还没有诊断的留空，从现在数"))
    onset_on = forms.DateField(label=_("发病日期"), widget=Day, required=False)
    sex = forms.ChoiceField(label=_("性别"), choices=[("m", _("男")), ("f", _("女"))], widget=Buttons, required=False)
    unit = forms.TypedChoiceField(label=_("现住哪个村（社区）"), coerce=int)
    address = forms.CharField(label=_("小区、栋、单元、门牌"), max_length=120, required=False,
                              help_text=_("写到门牌，同住的人才找得到，查密接时“在家”才有地方"))
    field_order = ["channel", "source", "disease", "diagnosed_at", "onset_on", "name", "sex", "id_kind", "id_number", "birth_on", "phone",
                   "unit", "address"]

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [NOTHING, *villages(reach)]
        self.fields["disease"].choices = diseases_on(today())

    def clean_diagnosed_at(self):
        """Not later than now."""
        at = self.cleaned_data["diagnosed_at"]
        if at and at > now():
            raise forms.ValidationError(_("诊断时间还没有到，请核对。"))
        return at

    def clean_onset_on(self):
        """Not later than today."""
        on = self.cleaned_data["onset_on"]
        if on and on > today():
            raise forms.ValidationError(_("发病日期还没有到，请核对。"))
        return on


class CardForm(PlainForm):
    """The report card; what lies sealed is left empty where it stays as it is, unless the reader has opened it."""

    name = forms.CharField(label=_("患者姓名"), max_length=100, required=False)
    guardian = forms.CharField(label=_("患儿家长姓名"), max_length=100, required=False, help_text=_("儿童要填，几岁以下按填卡规则"))
    id_kind = forms.ChoiceField(label=_("有效证件"), choices=list(ID_KINDS.items()))
    id_number = forms.CharField(label=_("证件号"), max_length=40, required=False)
    sex = forms.ChoiceField(label=_("性别"), choices=[("m", _("男")), ("f", _("女"))], widget=Buttons)
    birth_on = forms.DateField(label=_("出生日期"), widget=Day, required=False)
    age = forms.IntegerField(label=_("问不到生日的，实足年龄"), min_value=0, max_value=150, required=False)
    age_unit = forms.ChoiceField(label=_("年龄单位"), required=False,
                                 choices=[NOTHING, ("year", _("岁")), ("month", _("月")), ("day", _("天"))])
    employer = forms.CharField(label=_("工作单位（学校）"), max_length=120, required=False)
    phone = forms.CharField(label=_("联系电话"), max_length=30, required=False)
    belongs = forms.ChoiceField(label=_("病人属于"), choices=list(BELONGS.items()))
    address = forms.CharField(label=_("现住址"), max_length=200, required=False, help_text=_("写到村（居）和门牌号"))
    group = forms.ChoiceField(label=_("人群分类"), choices=[NOTHING, *GROUPS.items()])
    disease = forms.ChoiceField(label=_("病名"))
    klass = forms.ChoiceField(label=_("病例分类"), choices=[NOTHING, *CLASSES.items()])
    phase = forms.ChoiceField(label=_("急性、慢性"), choices=list(PHASES.items()), required=False)
    severity = forms.ChoiceField(label=_("临床严重程度"), choices=list(SEVERITIES.items()), required=False)
    onset_on = forms.DateField(label=_("发病日期"), widget=Day, help_text=_("无症状的填首次采样或就诊日期"))
    diagnosed_at = forms.DateTimeField(label=_("诊断时间"), widget=Moment)
    died_on = forms.DateField(label=_("死亡日期"), widget=Day, required=False)
    reporter = forms.CharField(label=_("报告单位"), max_length=80)
    reporter_phone = forms.CharField(label=_("报告单位电话"), max_length=30, required=False)
    doctor = forms.CharField(label=_("报告医生"), max_length=60, required=False)
    remark = forms.CharField(label=_("备注"), max_length=500, widget=LONG, required=False)
    reason = forms.CharField(label=_("为什么订正"), max_length=200)

    def __init__(self, *args, before, is_open, is_first, **kwargs):
        """`before`: what stands; `is_open`: the reader has given a reason, so that he sees it and an empty field empties it."""
        shown = {name: value for name, value in before.items() if is_open or name not in SEALED}
        super().__init__(*args, initial=shown, **kwargs)
        self.before, self.is_open = before, is_open
        self.fields["disease"].choices = diseases_on(today())
        if is_first:
            del self.fields["reason"]
        self.fields["name"].required = is_open or not before.get("name")
        self.fields["address"].required = is_open or not before.get("address")
        self.fields["id_number"].is_asked = is_open or not before.get("id_number")  # left empty only with the kind that has none
        for name in SEALED:
            if name in self.fields and not is_open and before.get(name):
                self.fields[name].widget.attrs["placeholder"] = _("已登记，留空就是不变")

    def clean(self):
        """As the rules of the card say; a number is checked by its kind."""
        said = super().clean()
        for name in SEALED:
            if name in said and not said[name] and not self.is_open:
                said[name] = self.before.get(name, "")
        said["name"] = cells.name(said.get("name", ""))
        self._number(said)
        self._phone(said)
        for name, sentence in faults(said, now()).items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return said

    def _number(self, said):
        if said.get("id_kind") == NUMBERLESS:
            said["id_number"] = ""
            return
        found = identity.read(said.get("id_number", ""), said.get("id_kind", ""), on=today())
        if found.fault:
            self.add_error("id_number", wording.wrong_id(found.fault, found.detail, said.get("id_kind") or "id_card"))
            return
        said["id_number"] = found.number
        if found.birth_on and said.get("birth_on") not in (None, found.birth_on):
            self.add_error("birth_on", _("出生日期与身份证号里的不一样；请对照证件改正。"))
        said["birth_on"] = said.get("birth_on") or found.birth_on

    def _phone(self, said):
        found = phones.read(said.get("phone", ""))
        if found.fault:
            self.add_error("phone", wording.wrong_phone(found.fault, found.detail))
        else:
            said["phone"] = found.number


class ListForm(PlainForm):
    """A line list of another system."""

    holds = forms.ChoiceField(label=_("表里是什么"), choices=list(HOLDS.items()), initial="cases", required=False, widget=Buttons)
    file = forms.FileField(label=_("名单"), help_text=_(".xlsx、.xls 或 .csv；本县、SORMAS、Go.Data 导出的列都认得"))
    disease = forms.ChoiceField(label=_("什么病"))
    unit = forms.TypedChoiceField(label=_("挂在哪里"), coerce=int, help_text=_("住址对不上的病例先挂在这个单位"))
    mapping = forms.CharField(label=_("列的对应"), required=False, max_length=400,
                              help_text=_("认不出列时才填：左边是哪一项，右边是表头，例如 编号=号,发病日期=日期；"
                                          "谁传谁：传染源编号=上,病例编号=下。下次不用再填"))
    is_over = forms.BooleanField(label=_("这次疫情已经结束：没写转归的按治愈结案，不产生待办"), required=False)

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = villages(reach)
        self.fields["disease"].choices = diseases_on(today())

    def clean_file(self):
        """Not larger than may be read."""
        if self.cleaned_data["file"].size > MAX_BYTES:
            raise forms.ValidationError(_("文件太大，超过 {size} MB；请分成几个文件再上传。").format(size=MAX_BYTES // MEGABYTE))
        return self.cleaned_data["file"]


class FoundForm(PlainForm):
    """What was found, to be held against the definition of the case's disease."""

    epi = forms.MultipleChoiceField(label=_("流行病学史：有的都勾上"), widget=forms.CheckboxSelectMultiple, required=False)
    clinical = forms.MultipleChoiceField(label=_("临床表现：有的都勾上"), widget=forms.CheckboxSelectMultiple, required=False)
    symptoms = forms.ChoiceField(label=_("现在或以前有没有任何症状、体征"), choices=[("yes", _("有")), ("no", _("没有"))], widget=Buttons)
    nucleic = forms.ChoiceField(label=_("核酸检测"), choices=list(NUCLEIC.items()))
    antigen = forms.ChoiceField(label=_("抗原检测"), choices=list(ANTIGEN.items()))
    sequenced = forms.ChoiceField(label=_("分离到病原体，或者基因测序同源"), choices=[("no", _("没有做或者不是")), ("yes", _("是"))])
    antibody = forms.ChoiceField(label=_("血清抗体"), choices=list(ANTIBODY.items()))
    negatives = forms.IntegerField(label=_("连续阴性几次（采样间隔满 24 小时）"), min_value=0, max_value=20, initial=0)

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        for part, asked in items.items():
            self.fields[part].choices = list(asked.items())
            if not asked:
                del self.fields[part]
