"""What is asked about a device, about putting it up and taking it down, and about what somebody saw."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions
from lianfang.ground.ui.forms import Buttons, PlainForm
from lianfang.ground.units.models import Unit

from .models import KINDS, TOLD, UNBOUND

LEVELS = ("county", "township", "village")
BY_HAND = ("withdrawn", "not_needed", "broken", "wrong")


class DeviceForm(PlainForm):
    """A device, as it is printed on it."""

    serial = forms.CharField(label=_("设备编号"), max_length=40, help_text=_("照设备上印的填，例如：QH-0001"))
    kind = forms.ChoiceField(label=_("种类"), choices=list(KINDS.items()), widget=Buttons)
    unit = forms.TypedChoiceField(label=_("归哪里管"), coerce=int)

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        found = Unit.objects.filter(path__under=reach, level__in=LEVELS, until_on=None).order_by("path")
        self.fields["unit"].choices = [(unit.pk, "　" * LEVELS.index(unit.level) + unit.name) for unit in found]


class BindForm(PlainForm):
    """Which device, on which basis, and that the person knows."""

    device = forms.ChoiceField(label=_("用哪个设备"))
    basis = forms.ChoiceField(label=_("依据"), widget=Buttons)
    has_consent = forms.TypedChoiceField(label=_("本人同意装吗"), choices=[("yes", _("同意")), ("no", _("不同意"))], widget=Buttons,
                                         coerce=lambda said: said == "yes", help_text=_("不同意也不加重管控；以后随时可以说不装了"))
    told = forms.ChoiceField(label=_("怎么告诉本人的"), choices=list(TOLD.items()), widget=Buttons)

    def __init__(self, *args, devices, **kwargs):
        super().__init__(*args, **kwargs)
        labels, listed = decisions.shipped("sensor_basis").labels, decisions.table("sensor_basis").facts["basis"].listed
        self.fields["device"].choices = [(str(one.pk), f"{one.serial} {one.get_kind_display()}") for one in devices]
        self.fields["basis"].choices = [(code, labels.of("basis", code)) for code in listed]


class UnbindForm(PlainForm):
    """Why it is taken down."""

    why = forms.ChoiceField(label=_("为什么拆"), choices=[(code, UNBOUND[code]) for code in BY_HAND], widget=Buttons)


class AnswerForm(PlainForm):
    """What it was."""

    answer = forms.ChoiceField(label=_("看到了什么"), widget=Buttons)

    def __init__(self, *args, answers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = answers
