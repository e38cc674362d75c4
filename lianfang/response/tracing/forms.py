"""What is asked in tracing: who fell ill and when, a day's diary, who is a contact, who was named."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import now, today
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import profiles
from lianfang.registers.outside.forms import AnswerForm
from lianfang.registers.people.forms import SomebodyForm
from lianfang.registers.people.models import SEXES
from lianfang.registers.people.typed.identity import EARLIEST_BIRTH
from lianfang.registers.territory.queries import one_door

from .actions import OUTCOMES, Named, Present, Somebody
from .models import ANCHORS, GROUNDS, KINDS, NEAR, PROTECTION
from .telling import roster, vocabulary

MOST_MINUTES = 1440
MOST_TEXT = 8000
BECAME = {"found": _("人找到了，那边在管"), "positive": _("检测阳性"), "missing": _("没有找到人")}


class TimesForm(PlainForm):
    """When he fell ill or was sampled, and when he was isolated."""

    anchor = forms.ChoiceField(label=_("从哪天倒推"), choices=list(ANCHORS.items()), widget=Buttons, initial="onset",
                               help_text=_("有症状的按发病日，没有症状的按采样日"))
    anchor_on = forms.DateField(label=_("发病日或采样日"), widget=Day)
    isolated_at = forms.DateTimeField(label=_("几点隔离的"), widget=Moment, required=False, help_text=_("还没有隔离就空着，算到现在"))

    def clean_anchor_on(self):
        """Nobody fell ill tomorrow, or before anybody alive was born."""
        if not EARLIEST_BIRTH < self.cleaned_data["anchor_on"] <= today():
            raise forms.ValidationError(_("这一天还没有到，或者不可能。"))
        return self.cleaned_data["anchor_on"]

    def clean_isolated_at(self):
        """Nor was isolated later than now."""
        found = self.cleaned_data["isolated_at"]
        if found and (found > now() or found.year <= EARLIEST_BIRTH.year):
            raise forms.ValidationError(_("这个时间还没有到，或者不可能。"))
        return found


def door_of(address, reach) -> int | None:
    """The one door an address names within a reach, by its id."""
    found = one_door(address, reach)
    return found.pk if found else None


class PersonForm(SomebodyForm):
    """Somebody and where he lives."""

    sex = forms.ChoiceField(label=_("性别"), choices=list(SEXES.items()), required=False)
    address = forms.CharField(label=_("现在住哪里"), max_length=120, required=False, 
                              help_text=_("写全小区、栋、单元、门牌，或者村、胡同、门牌"))

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.reach = reach

    def who(self) -> Somebody:
        """As the actions take it; an address that is one door here is that door, any other stays text."""
        given = self.cleaned_data
        return super().who(sex=given["sex"], door=door_of(given["address"], self.reach), address=given["address"])


class OpenForm(TimesForm, PersonForm):
    """A case whose contacts are to be found."""

    disease = forms.ChoiceField(label=_("什么病"))
    field_order = ["disease", "name", "id_kind", "id_number", "phone", "birth_on", "sex", "address", "anchor", "anchor_on", "isolated_at"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["disease"].choices = [(one.code, str(one)) for one in profiles(today())]


class NameForm(PersonForm):
    """Somebody named as a contact, and how he was exposed."""

    ground = forms.ChoiceField(label=_("怎么接触的"), choices=list(GROUNDS.items()))
    from_on = forms.DateField(label=_("首次接触"), widget=Day)
    until_on = forms.DateField(label=_("末次接触"), widget=Day)
    near = forms.ChoiceField(label=_("多近"), choices=list(NEAR.items()), widget=Buttons, initial="unknown")
    protection = forms.ChoiceField(label=_("防护"), choices=list(PROTECTION.items()), widget=Buttons, initial="unknown")
    minutes = forms.IntegerField(label=_("一共几分钟"), min_value=1, max_value=MOST_MINUTES, required=False)
    elsewhere = forms.CharField(label=_("人在外地的，在哪个县（市、区）"), max_length=60, required=False,
                                help_text=_("定为接触者时直接出协查函"))
    note = forms.CharField(label=_("原话"), max_length=300, required=False, widget=forms.Textarea)
    field_order = ["name", "phone", "ground", "from_on", "until_on", "near", "protection", "minutes", "elsewhere", "address", "note",
                   "id_kind", "id_number", "birth_on", "sex"]

    def named(self) -> Named:
        """As the action takes it."""
        given = self.cleaned_data
        told = {name: given[name] for name in ("ground", "from_on", "until_on", "near", "protection", "minutes", "elsewhere", "note")}
        return Named(self.who(), **told)


class DiaryForm(PlainForm):
    """A day, one line a stay."""

    on = forms.DateField(label=_("哪一天"), widget=Day)
    text = forms.CharField(label=_("行程，一行一处"), help_text=_("接着写下一天，另起一行写“9日”；几天都一样，写“9日到11日”"),
                           max_length=MOST_TEXT, widget=forms.Textarea(attrs={
                               "class": "diary", "placeholder": vocabulary.EXAMPLE, "spellcheck": "false", "autofocus": True}))


class PresentForm(PlainForm):
    """Who else was there, a line a person."""

    text = forms.CharField(label=_("还有谁，一行一个人"), max_length=MOST_TEXT, widget=forms.Textarea(attrs={
        "class": "diary", "placeholder": _("高原 13800001234 6排\n林下 向阳小区3号楼1单元601"), "spellcheck": "false", "autofocus": True}))

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.reach = reach

    def clean_text(self):
        """As the action takes them."""
        try:
            found = roster.read(self.cleaned_data["text"], today())
        except Refused as refused:
            raise forms.ValidationError(str(refused).splitlines()) from None
        return [Present(Somebody(one.name, id_kind=one.id_kind, id_number=one.id_number, phone=one.phone, address=one.address,
                                 door=door_of(one.address, self.reach)), one.row) for one in found]


class DecideForm(PlainForm):
    """Which of the proposed, and as what where the rule leaves it to a person."""

    people = forms.TypedMultipleChoiceField(label=_("选哪些人"), widget=forms.CheckboxSelectMultiple)
    kind = forms.ChoiceField(label=_("算哪一类"), choices=[("", "—"), *((code, KINDS[code]) for code in ("close", "second", "general"))],
                             required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(str(pk), "") for pk in people]
        self.fields["people"].coerce = {str(pk): pk for pk in people}.get


class ToForm(PlainForm):
    """Where a contact is."""

    to = forms.CharField(label=_("转给哪个县（市、区）"), max_length=60)


class OutcomeForm(AnswerForm):
    """What came of him there."""

    outcome = forms.ChoiceField(label=_("结果"), widget=Buttons, choices=[(code, BECAME[code]) for code in (*OUTCOMES, "missing")])
    field_order = ["outcome"]
