"""What is asked: a new risk point, a rating with its grounds, measures, why one is closed, and the week's form of a unit."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.roles import CHOICES, ROLES
from lianfang.ground.days import today
from lianfang.ground.ui.forms import Buttons, Moment, PlainForm
from lianfang.ground.units.models import Unit

from . import rules
from .models import HARM, LIKELIHOOD, Point

NOBODY = _("不写群众的姓名、电话、门牌号")
OWNERS = ("duty_officer", "epidemiologist", "supervisor", "administrator", "township_cadre", "village_cadre")


def _choice(label, words):
    return forms.ChoiceField(label=label, choices=list(words.items()))


class PointForm(PlainForm):
    """A risk point."""

    unit = forms.TypedChoiceField(label=_("在哪里"), coerce=int)
    gate = forms.ChoiceField(label=_("哪道关口"), widget=Buttons)
    name = forms.CharField(label=_("风险点"), max_length=60, help_text=_("几个字，例如：城区农贸市场"))
    words = forms.CharField(label=_("看什么"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text=NOBODY)
    role = forms.ChoiceField(label=_("归谁"), choices=[(code, ROLES[code].label) for code in OWNERS])
    account = forms.TypedChoiceField(label=_("或者指定一个人"), coerce=int, required=False, empty_value=None)
    likelihood, harm = _choice(_("发生可能性"), LIKELIHOOD), _choice(_("后果严重性"), HARM)

    def __init__(self, *args, post, **kwargs):
        super().__init__(*args, **kwargs)
        on = today()
        self.units = {one.pk: one for one in [post, *Unit.objects.in_force(on).filter(parent=post.pk).order_by("path")]}
        self.fields["unit"].choices = [(pk, one.name) for pk, one in self.units.items()]
        self.fields["gate"].choices = list(rules.gate_words(on).items())
        held = Assignment.objects.in_force(on).filter(unit=post.pk).values("account")
        self.accounts = {one.pk: one for one in Account.objects.filter(pk__in=held, is_active=True).order_by("name")}
        self.fields["account"].choices = [("", "—"), *((pk, one.name) for pk, one in self.accounts.items())]
        self.fields["likelihood"].initial, self.fields["harm"].initial = "possible", "medium"

    def told(self) -> dict:
        """As the action takes it."""
        found = dict(self.cleaned_data)
        return found | {"unit": self.units[found["unit"]], "account": self.accounts.get(found["account"])}


class RateForm(PlainForm):
    """How it stands now, and why."""

    likelihood, harm = _choice(_("发生可能性"), LIKELIHOOD), _choice(_("后果严重性"), HARM)
    words = forms.CharField(label=_("依据"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NOBODY)


class MeasureForm(PlainForm):
    """One measure."""

    words = forms.CharField(label=_("办什么"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=NOBODY)
    units = forms.TypedMultipleChoiceField(label=_("哪里办"), coerce=int, widget=forms.CheckboxSelectMultiple,
                                           help_text=_("可以勾几个，各办各的"))
    role = forms.ChoiceField(label=_("由谁的角色办"), required=False, choices=[("", _("单位负责人")), *CHOICES])
    due_at = forms.DateTimeField(label=_("几时前办完"), required=False, widget=Moment, help_text=_("不填的按时限表：当天的事当天办完"))

    def __init__(self, *args, post, **kwargs):
        super().__init__(*args, **kwargs)
        self.units = {one.pk: one for one in [post, *Unit.objects.in_force(today()).filter(parent=post.pk).order_by("path")]}
        self.fields["units"].choices = [(pk, one.name) for pk, one in self.units.items()]
        self.fields["role"].is_asked = True


class WhyForm(PlainForm):
    """Why."""

    why = forms.CharField(label=_("为什么销账"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=NOBODY)


class WeekForm(PlainForm):
    """The week's form: of each point how likely and how bad it is here, filled in as the unit said it last."""

    words = forms.CharField(label=_("补充说明"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=NOBODY)

    def __init__(self, *args, points, before, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = points
        for one in points:
            likely, bad = before.get(one.pk, (one.likelihood, one.harm))
            self.fields[f"l-{one.pk}"] = forms.ChoiceField(label=_("发生可能性"), choices=list(LIKELIHOOD.items()), initial=likely)
            self.fields[f"h-{one.pk}"] = forms.ChoiceField(label=_("后果严重性"), choices=list(HARM.items()), initial=bad)

    @property
    def asked(self) -> list[tuple[Point, object, object]]:
        """Each point with its two questions."""
        return [(one, self[f"l-{one.pk}"], self[f"h-{one.pk}"]) for one in self.points]

    def ratings(self) -> dict:
        """As the action takes them."""
        return {one.pk: (self.cleaned_data[f"l-{one.pk}"], self.cleaned_data[f"h-{one.pk}"]) for one in self.points}
