"""Forms about a unit: what hangs under it, its name, its figures, who answers for it."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.ui.forms import Day, PlainForm
from lianfang.ground.units.models import LEVELS, Figure, Unit

LARGEST = 1e9


class Confirmed(PlainForm):
    """Nothing more to say than yes."""


class UnitChoice(forms.ModelChoiceField):
    """A unit with what it lies in: names repeat."""

    def label_from_instance(self, unit):
        """和平村 › 第 4 网格."""
        return f"{unit.parent.name} › {unit.name}" if unit.parent else unit.name


class AddForm(PlainForm):
    """One unit below, or a series: 1-6网格."""

    level = forms.ChoiceField(label=_("级别"))
    names = forms.CharField(label=_("名称"), max_length=120, help_text=_("一次加几个可写“1-6网格”，会加 1网格 到 6网格。"))

    def __init__(self, *args, levels, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(level, LEVELS[level]) for level in levels]


class RenameForm(PlainForm):
    """Another name from today."""

    name = forms.CharField(label=_("新名称"), max_length=120, help_text=_("从今天起用新名称，以前的名称留在记录里。"))


class IntoForm(PlainForm):
    """Another unit of the same kind, or one that may hold this."""

    into = UnitChoice(Unit.objects.none(), label=_("到哪里"), empty_label=_("请选择"))

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = candidates.select_related("parent").order_by("path")


class FigureForm(PlainForm):
    """Population or area from a day, and who says so."""

    kind = forms.ChoiceField(label=_("哪个数"), choices=list(Figure.KINDS.items()), widget=forms.RadioSelect, initial="population")
    value = forms.FloatField(label=_("数值"), min_value=0, max_value=LARGEST)
    from_on = forms.DateField(label=_("从哪天起"), widget=Day)
    source = forms.CharField(label=_("来源"), max_length=200, help_text=_("例如：2019 年统计年鉴"))


class AppointForm(PlainForm):
    """Who answers for the unit: one of those who serve here, or another by login."""

    account = forms.ModelChoiceField(Account.objects.none(), label=_("本单位和上一级的账号"), required=False, empty_label=_("请选择"))
    login = forms.CharField(label=_("别的账号，填登录名"), max_length=60, required=False)

    def __init__(self, *args, unit, on, **kwargs):
        super().__init__(*args, **kwargs)
        served = Assignment.objects.in_force(on).filter(unit__in=[unit.id, unit.parent_id or unit.id])
        self.fields["account"].queryset = Account.objects.filter(is_active=True, assignments__in=served).distinct().order_by("name")

    def clean(self):
        """Exactly one of the two."""
        found, login = self.cleaned_data.get("account"), self.cleaned_data.get("login", "").strip().lower()
        if login and not (found := Account.objects.filter(login=login, is_active=True).first()):
            self.add_error("login", _("没有这个登录名的账号。"))
        elif not found:
            self.add_error("account", _("请选一个账号，或填登录名。"))
        return {"account": found}
