"""What is asked in door-to-door screening: a campaign, a visit, somebody found, a slip."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.ui.forms import Answers, Buttons, Day, Photo, PlainForm, Temperature
from lianfang.ground.units.models import LEVELS, Unit
from lianfang.registers.people.forms import SomebodyForm
from lianfang.registers.people.queries.register import categories_in_force
from lianfang.registers.people.vocabulary import UNWALKED

from .models import CONDITIONS, NEEDS, OUTCOMES, PROOFS, PURPOSES, SETTLED, Questions
from .models.found import COLOURS, ORIGINS

MOST_HEADS = 99
MOST_BYTES = 2 << 20
YES_NO = [("yes", _("有")), ("no", _("没有"))]


class CampaignForm(PlainForm):
    """A campaign."""

    title = forms.CharField(label=_("叫什么"), max_length=60, help_text=_("例如：三月入户大排查"))
    purpose = forms.CharField(label=_("为什么查"), max_length=200, help_text=_("只为疫情防控；不写别的用途"))
    basis = forms.CharField(label=_("依据"), max_length=200, help_text=_("哪份文件、哪一条"))
    areas = forms.TypedMultipleChoiceField(label=_("在哪里查"), coerce=int, widget=forms.CheckboxSelectMultiple)
    from_on = forms.DateField(label=_("哪天开始"), widget=Day)
    until_on = forms.DateField(label=_("查到哪天"), widget=Day, help_text=_("到期那天每户都要有答复"))
    category = forms.ModelChoiceField(label=_("只查有某类人员的户"), queryset=None, required=False, empty_label=_("所有住宅"))
    questions = forms.ModelChoiceField(label=_("另外要问的"), queryset=Questions.objects.none(), required=False,
                                       empty_label=_("不另外问"), help_text=_("问什么可以自己写成表（XLSForm），先在“问卷”里交来"))

    def __init__(self, *args, units, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = [(unit.pk, f"{unit.name} · {LEVELS[unit.level]}") for unit in units]
        self.fields["category"].queryset = categories_in_force(today()).exclude(pk__in=UNWALKED)
        self.fields["questions"].queryset = questions
        self.fields["from_on"].initial = today()

    def clean_areas(self):
        """The units themselves."""
        return list(Unit.objects.filter(pk__in=self.cleaned_data["areas"]).order_by("path"))


class QuestionsForm(PlainForm):
    """A form written as a sheet, and for which unit."""

    file = forms.FileField(label=_("问卷（.xlsx）"), help_text=_("XLSForm：survey、choices、settings 三张表；每改一次换一个 version"))
    unit = forms.ModelChoiceField(label=_("给哪里用"), queryset=Unit.objects.none(), empty_label=None)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units

    def clean_file(self):
        """Not larger than may be read."""
        if self.cleaned_data["file"].size > MOST_BYTES:
            raise forms.ValidationError(_("问卷太大了：最大 2 MB。"))
        return self.cleaned_data["file"].read()


class VersionForm(PlainForm):
    """Which version a running campaign asks from now on."""

    questions = forms.ModelChoiceField(label=_("另外要问的"), queryset=Questions.objects.none(), required=False, empty_label=_("不另外问"))

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["questions"].queryset = questions


class CompareForm(PlainForm):
    """Three lists of one unit: each a register brought in for matching, the people on record, or a sheet handed in now."""

    unit = forms.ModelChoiceField(label=_("对照哪里"), queryset=Unit.objects.none(), empty_label=None)

    def __init__(self, *args, units, registers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        given = [*registers, ("people", _("在册人员（返乡等类别）")), ("sheet", _("现在交一张表"))]
        for slot, label in (("first", _("第一份：户籍登记")), ("second", _("第二份：居住证")), ("third", _("第三份：入户所见"))):
            self.fields[slot] = forms.ChoiceField(label=label, choices=given, initial="sheet")
            self.fields[f"{slot}_file"] = forms.FileField(label=_("表（姓名、身份证号、住址）"), required=False)

    def clean(self):
        """Who hands in a sheet has one."""
        found = super().clean()
        for slot in ("first", "second", "third"):
            if found.get(slot) == "sheet" and not found.get(f"{slot}_file"):
                self.add_error(f"{slot}_file", _("请选一个文件。"))
        return found


class SettleForm(PlainForm):
    """How it is."""

    outcome = forms.ChoiceField(label=_("核实的结果"), choices=list(SETTLED.items()), widget=Buttons)


class LeaveForm(PlainForm):
    """What somebody leaves for."""

    purpose = forms.ChoiceField(label=_("为什么出去"), choices=list(PURPOSES.items()), widget=Buttons)


class ProofForm(PlainForm):
    """What somebody's proof of a journey came to."""

    outcome = forms.ChoiceField(label=_("看了以后"), choices=list(PROOFS.items()), widget=Buttons)


class VisitForm(PlainForm):
    """What was found at a door: the outcome always, the heads of whoever was met."""

    outcome = forms.ChoiceField(label=_("上门结果"), choices=list(OUTCOMES.items()), widget=Buttons)
    head_count = forms.IntegerField(label=_("现在住几口人"), required=False, min_value=0, max_value=MOST_HEADS,
                                    help_text=_("连老人孩子、租住的都算；只数人头，不记姓名"))
    returnees = forms.IntegerField(label=_("其中刚从外地回来的"), required=False, min_value=0, max_value=MOST_HEADS)
    ill = forms.IntegerField(label=_("发热、咳嗽、咽干的"), required=False, min_value=0, max_value=MOST_HEADS)
    needs = forms.MultipleChoiceField(label=_("有什么要帮的"), required=False, choices=list(NEEDS.items()),
                                      widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label=_("备注"), required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 2}),
                           help_text=_("不写姓名和号码"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["head_count"].is_asked = True

    def clean(self):
        """Who was met is counted; who came back or is ill is among them."""
        found = super().clean()
        heads = found.get("head_count")
        if found.get("outcome") == "visited" and heads is None and "head_count" not in self.errors:
            self.add_error("head_count", _("见到人就要数清现在住几口人。"))
        for name in ("returnees", "ill"):
            found[name] = found.get(name) or 0
            if heads is not None and found[name] > heads:
                self.add_error(name, _("不会比住的人还多。"))
        return found


class SentVisit(VisitForm):
    """A visit that a phone sends: of a household, of a door to be called on again, or of a broken slip; with what else was asked."""

    record = forms.UUIDField(label=_("记录"), widget=forms.HiddenInput)
    questions = forms.UUIDField(label=_("问卷"), required=False, widget=forms.HiddenInput)
    answers = Answers(label=_("另外要问的"), required=False)
    photo = Photo(label=_("照片"), required=False)


class SentSeal(PlainForm):
    """A slip put on its door."""

    record = forms.UUIDField(label=_("记录"), widget=forms.HiddenInput)
    photo = Photo(label=_("照片"), required=False)


class SentLook(SentSeal):
    """A slip looked at."""

    condition = forms.ChoiceField(label=_("骑缝条怎么样"), choices=list(CONDITIONS.items()), widget=Buttons)


class WhoseForm(PlainForm):
    """At which door somebody was found."""

    address = forms.CharField(label=_("住在哪一户"), max_length=100, help_text=_("例如：向阳小区8栋1单元101，或者东胡同5号"))


class FoundForm(SomebodyForm):
    """Somebody who came from elsewhere, as he and his papers say."""

    origin_kind = forms.ChoiceField(label=_("从哪里来"), choices=list(ORIGINS.items()), widget=Buttons)
    origin = forms.CharField(label=_("地名"), required=False, max_length=120, help_text=_("例如：湖北武汉"))
    arrived_on = forms.DateField(label=_("哪天到的"), required=False, widget=Day)
    exposed_on = forms.DateField(label=_("哪天接触过病人或到过疫区"), required=False, widget=Day)
    temperature = forms.FloatField(label=_("体温"), required=False, min_value=34, max_value=43, widget=Temperature)
    symptoms = forms.ChoiceField(label=_("发热、咳嗽、咽干"), required=False, choices=YES_NO, widget=Buttons)
    colour = forms.ChoiceField(label=_("健康码"), required=False, choices=list(COLOURS.items()), widget=Buttons)

    def clean(self):
        """Nobody arrives tomorrow; what was not asked stays unknown."""
        found = super().clean()
        for name in ("arrived_on", "exposed_on"):
            if found.get(name) and found[name] > today():
                self.add_error(name, _("这一天还没有到。"))
        found["symptoms"] = {"yes": True, "no": False}.get(found.get("symptoms", ""))
        found["colour"] = "" if found.get("colour") == "unknown" else found.get("colour", "")
        return found

    def seen(self) -> dict:
        """What was found, by the names of `actions.Seen`."""
        given = dict(self.cleaned_data)
        identity = given.pop("identity")
        given |= {"id_number": identity.number, "id_kind": identity.kind or given["id_kind"] if identity.number else ""}
        if identity.birth_on:
            given |= {"birth_on": identity.birth_on, "sex": identity.sex}
        return given


