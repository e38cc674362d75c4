"""What is asked in the room: a meeting called at once, another item, a decision and who does it, who came."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.roles import CHOICES
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.ui.forms import Buttons, Moment, PlainForm
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import agenda

from .actions.deciding import ISSUING
from .models import COMES, EVIDENCE, WAYS, Attendance
from .rules import usual_due


class CallForm(PlainForm):
    """A meeting out of turn."""

    title = forms.CharField(label=_("什么会"), max_length=80, help_text=_("例如：梨花沟镇发热病例紧急会商"))
    place = forms.CharField(label=_("在哪里开"), max_length=60, required=False)
    chair = forms.CharField(label=_("谁主持"), max_length=60, required=False)


class BeginForm(PlainForm):
    """Where it sits and under whom."""

    chair = forms.CharField(label=_("谁主持"), max_length=60)
    place = forms.CharField(label=_("在哪里开"), max_length=60)


class ItemForm(PlainForm):
    """Another item."""

    words = forms.CharField(label=_("另加议题"), max_length=200)


class ShareForm(PlainForm):
    """Who does it, where, by when, shown by what."""

    units = forms.TypedMultipleChoiceField(label=_("哪个单位办"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
                                           help_text=_("可以勾几个，各办各的"))
    every = forms.BooleanField(label=_("下级单位全都办，不用一个一个勾"), required=False)
    role = forms.ChoiceField(label=_("由谁的角色办"), required=False, choices=[("", _("单位负责人")), *CHOICES])
    account = forms.TypedChoiceField(label=_("或者直接派给一个人"), coerce=int, required=False, empty_value=None)
    where = forms.CharField(label=_("在哪里办"), max_length=80, required=False)
    due_at = forms.DateTimeField(label=_("几时前办完"), widget=Moment, help_text=_("没有另说，就是当天"))
    evidence = forms.ChoiceField(label=_("凭什么算办完"), choices=list(EVIDENCE.items()), widget=Buttons, initial="text")

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting, on = meeting, day_of(meeting.begins_at)
        self.units = {one.pk: one for one in [meeting.unit, *Unit.objects.in_force(on).filter(parent=meeting.unit_id).order_by("path")]}
        self.fields["units"].choices = [(pk, one.name) for pk, one in self.units.items()]
        if len(self.units) < 3:
            del self.fields["every"]
        seats = Attendance.objects.filter(meeting=meeting, account__isnull=False).select_related("account").order_by("pk")
        self.accounts = {one.account_id: one.account for one in seats}
        self.fields["account"].choices = [("", "—"), *((one.account_id, f"{one.account.name} {one.office}") for one in seats)]
        self.fields["due_at"].initial = usual_due(meeting).astimezone(SHANGHAI)

    def shares(self) -> list[dict]:
        """One share a unit, and one for the person; none where nobody was named."""
        found = self.cleaned_data
        usual = {name: found.get(name) for name in ("where", "due_at", "evidence")}
        below = [pk for pk in self.units if pk != self.meeting.unit_id] if found.get("every") else []
        shares = [{"unit": self.units[pk], "role": found["role"], **usual} for pk in dict.fromkeys([*found["units"], *below])]
        return shares + ([{"account": self.accounts[found["account"]], **usual}] if found["account"] else [])


class OwnerForm(ShareForm):
    """The same, of a decision that stands worded: somebody must be named."""

    words = forms.CharField(label=_("具体办什么"), max_length=300, required=False, help_text=_("不填就照决定的原话"))
    field_order = ["words"]

    def clean(self):
        """A unit or a person."""
        found = super().clean()
        if not any(found.get(name) for name in ("units", "every", "account")) and not self.errors:
            raise forms.ValidationError(_("请勾一个单位，或者选一个人。"))
        return found


class DecisionForm(ShareForm):
    """A decision in words; who does it may follow before the meeting closes."""

    words = forms.CharField(label=_("决定"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
                            help_text=_("一句话说清要办成什么；不写居民姓名、号码"))
    way = forms.ChoiceField(label=_("怎么派出"), choices=list(WAYS.items()), widget=Buttons, initial="tasks", required=False)
    tag = forms.ChoiceField(label=_("属于哪项机制"), required=False)
    field_order = ["words", "way"]

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, meeting=meeting, **kwargs)
        tags = agenda.tags(day_of(meeting.begins_at))
        self.fields["tag"].choices = [("", "—"), *tags]
        if not tags:
            del self.fields["tag"]
        self.fields["way"].is_asked = True
        if meeting.unit.level not in ISSUING:
            del self.fields["way"]


class SeatForm(PlainForm):
    """Somebody from outside."""

    guest = forms.CharField(label=_("姓名"), max_length=40)
    office = forms.CharField(label=_("单位、职务"), max_length=60, required=False)


class ComesForm(PlainForm):
    """Whether somebody came."""

    comes = forms.ChoiceField(choices=list(COMES.items()))
    deputy = forms.CharField(max_length=40, required=False)
