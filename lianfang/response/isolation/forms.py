"""What is asked at each step of an order."""
from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import decisions
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import today
from lianfang.ground.decisions.forms import TryForm
from lianfang.ground.ui.forms import Buttons, Day, Photo, PlainForm, Suggested, Temperature
from lianfang.ground.units.models import Unit
from lianfang.registers.people.forms import SomebodyForm
from lianfang.registers.territory.queries import lines

from .actions import Housemate
from .actions.decide import TABLE, TABLES, asked
from .models import NEEDS, RESULTS, SYMPTOMS
from .queries.longest import corrected, too_long_ago
from .words import asked_word, reason_word

OTHER_NEEDS = [("", gettext_lazy("不缺什么"))]


class NoForm(PlainForm):
    """A step that asks nothing."""


class ReasonForm(PlainForm):
    """A step that wants a reason in words."""

    reason = forms.CharField(label=gettext_lazy("原因"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class AnswerForm(PlainForm):
    """What was done about an alarm."""

    answer = forms.CharField(label=gettext_lazy("处置情况"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=gettext_lazy("例如：复测 36.6℃，无不适；或：已由专车送县医院发热门诊"))


class EvidenceForm(PlainForm):
    """What proves a fact that frees somebody at once: another unit looks into it the same day."""

    evidence = forms.CharField(label=gettext_lazy("依据"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
                               help_text=gettext_lazy("谁出的证明、编号、说了什么；放宽的当天由督查找另一个单位核实"))


class BetweenForm(PlainForm):
    """Which table, on which two days."""

    table = forms.ChoiceField(label=gettext_lazy("规则表"), choices=lambda: [(name, decisions.shipped(name).title) for name in TABLES])
    was_on = forms.DateField(label=gettext_lazy("前一版在用的一天"), widget=Day)
    on = forms.DateField(label=gettext_lazy("后一版在用的一天"), widget=Day)


class ResultForm(PlainForm):
    """A test result and what it was read from."""

    taken_on = forms.DateField(label=gettext_lazy("采样日期"), widget=Day)
    outcome = forms.ChoiceField(label=gettext_lazy("结果"), choices=list(RESULTS.items()), widget=Buttons)
    evidence = forms.CharField(label=gettext_lazy("依据"), max_length=200, help_text=gettext_lazy("报告单编号和检测机构"))


class NeedForm(PlainForm):
    """What is lacking."""

    kind = forms.ChoiceField(label=gettext_lazy("缺什么"), choices=list(NEEDS.items()), widget=Buttons)
    wish = forms.CharField(label=gettext_lazy("写清楚要什么、要多少"), max_length=200)


class MinderForm(PlainForm):
    """Who watches, by name."""

    minder = forms.ModelChoiceField(label=gettext_lazy("包保人"), queryset=Account.objects.none(), empty_label=gettext_lazy("请选择"))

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["minder"].queryset = accounts


def told_apart(units):
    """A label for each of these units by where it lies below what they share: 禾阳街道 太平村, 东胡同 5号."""
    chains = {unit.pk: unit.ancestor_ids for unit in units}
    named = dict(Unit.objects.filter(pk__in={pk for chain in chains.values() for pk in chain}).values_list("pk", "name"))
    shared = sum(len(set(same)) == 1 for same in zip(*chains.values(), strict=False))
    return lambda unit: " ".join(named[pk] for pk in chains[unit.pk][shared:]) or unit.name


class PlaceForm(PlainForm):
    """One of some units."""

    unit = forms.ModelChoiceField(label=gettext_lazy("单位"), queryset=Unit.objects.none(), empty_label=gettext_lazy("请选择"))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        self.fields["unit"].label_from_instance = told_apart(units)


class ReceiveForm(PlainForm):
    """Where somebody lives from now on, within a unit: by the address line, as rosters have it."""

    address = forms.CharField(label=gettext_lazy("门牌或楼栋单元门号"), required=False, max_length=120,
                              help_text=gettext_lazy("例如：红旗小区3栋2单元401、东胡同7号；只知道哪个村就留空"))
    may_add = forms.BooleanField(label=gettext_lazy("没有这一户就新建"), required=False)

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["address"].widget = Suggested(reverse("territory:lines", args=[unit.pk]), lines(unit))


class DeviationForm(PlainForm):
    """Another measure for a while: which, why, and what proves it."""

    measure = forms.ChoiceField(label=gettext_lazy("改为"), widget=Buttons)
    reason = forms.ChoiceField(label=gettext_lazy("理由"), widget=Buttons)
    evidence = forms.CharField(label=gettext_lazy("依据"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
                               help_text=gettext_lazy("谁出的证明、编号、说了什么；例如：县医院诊断证明 2020-0311，需住院透析"))

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        facts = decisions.table("deviation").facts
        self.fields["measure"].choices = [(code, asked_word(code)) for code in facts["asked_measure"].listed if code != now]
        self.fields["reason"].choices = [(code, reason_word(code)) for code in facts["reason"].listed]


class HandoverForm(PlaceForm):
    """To whom, and why."""

    reason = forms.CharField(label=gettext_lazy("原因"), max_length=200)


class FactsForm(TryForm):
    """The facts a table of measures asks for, as known now; the day of decision is today. Evidence is asked for once they would ease."""

    def __init__(self, *args, known, name=TABLE, **kwargs):
        super().__init__(decisions.table(name), decisions.shipped(name).labels, *args, on=None, initial=known, **kwargs)
        self.name = name
        del self.fields["on"]
        self.known = asked(name, known)
        if "evidence" in self.data:
            self.fields["evidence"] = EvidenceForm().fields["evidence"]

    def asking_evidence(self, says):
        """The same form, asking what proves it."""
        sent = self.data.copy()
        sent.setdefault("evidence", "")
        form = type(self)(sent, known=self.initial, name=self.name)
        form.fields["evidence"].error_messages["required"] = says
        return form

    def clean(self):
        """The facts, read as their kinds write them."""
        found = super().clean() or self.cleaned_data
        if self.errors:
            return found
        facts = self.facts()
        for name, says in too_long_ago(corrected(facts, self.known), today()).items():
            self.add_error(name, says)
        return {"facts": facts, "evidence": found.get("evidence", "")}


class HousemateForm(SomebodyForm):
    """One more person behind the door."""

    special = forms.ChoiceField(label=gettext_lazy("特殊需要"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = decisions.shipped(TABLE).labels
        codes = decisions.table(TABLE).facts["special"].listed
        self.fields["special"].choices = [(code, labels.of("special", code)) for code in codes if code != "unknown"]

    def housemate(self) -> Housemate:
        """As the action takes it."""
        found = self.cleaned_data
        who = found["identity"]
        return Housemate(found["name"], who.number, found["phone"], who.sex, who.birth_on or found["birth_on"], found["special"] or "none",
                         who.kind)


class ReadingReason(PlainForm):
    """Why somebody reads an exception's evidence."""

    reason = forms.ChoiceField(label=gettext_lazy("为什么要看"), widget=forms.RadioSelect)

    def __init__(self, *args, reasons, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(reasons.items())


class AgainForm(PlainForm):
    """A second reading of a check that is filled already."""

    temperature = forms.FloatField(label=gettext_lazy("体温"), widget=Temperature, min_value=30, max_value=45)
    symptoms = forms.MultipleChoiceField(label=gettext_lazy("有没有发热、咳嗽、咽干？有就勾上"), required=False,
                                         choices=list(SYMPTOMS.items()), widget=forms.CheckboxSelectMultiple)


class ReadingForm(PlainForm):
    """One person's temperature and symptoms; nothing is filled in beforehand."""

    temperature = forms.FloatField(label=gettext_lazy("体温"), required=False, widget=Temperature, min_value=30, max_value=45)
    symptoms = forms.MultipleChoiceField(label=gettext_lazy("有没有发热、咳嗽、咽干？有就勾上"), required=False,
                                         choices=list(SYMPTOMS.items()), widget=forms.CheckboxSelectMultiple)
    need = forms.ChoiceField(label=gettext_lazy("家里缺什么"), required=False, choices=OTHER_NEEDS + list(NEEDS.items()))
    wish = forms.CharField(label=gettext_lazy("要什么、要多少"), required=False, max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("temperature", "symptoms"):
            self.fields[name].is_asked = True  # who was not measured stays open, but nothing here "may be left out"

    def clean(self):
        """A need says what."""
        found = super().clean()
        if found.get("need") and not found.get("wish", "").strip():
            self.add_error("wish", _("请写清楚要什么、要多少。"))
        if found.get("symptoms") and found.get("temperature") is None:
            self.add_error("temperature", _("有症状的，请先量体温再填。"))
        return found


class SentForm(PlainForm):
    """A step that a phone does on a record."""

    record = forms.UUIDField(label=gettext_lazy("记录"), widget=forms.HiddenInput)
    photo = Photo(label=gettext_lazy("照片"), required=False)


class SentReading(AgainForm):
    """A check filled at the door without signal: measured, or not filled at all; with what is lacking there."""

    need = forms.ChoiceField(label=gettext_lazy("家里缺什么"), required=False, choices=OTHER_NEEDS + list(NEEDS.items()))
    wish = forms.CharField(label=gettext_lazy("要什么、要多少"), required=False, max_length=200)
    record = forms.UUIDField(label=gettext_lazy("记录"), widget=forms.HiddenInput)

    def clean(self):
        """A need says what."""
        found = super().clean()
        if found.get("need") and not found.get("wish", "").strip():
            self.add_error("wish", _("请写清楚要什么、要多少。"))
        return found


class SentAgain(AgainForm):
    """A second reading from a phone."""

    record = forms.UUIDField(label=gettext_lazy("记录"), widget=forms.HiddenInput)
