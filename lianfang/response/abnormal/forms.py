"""What whoever sees somebody abnormal fills, and the steps after it."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Buttons, PlainForm, Temperature
from lianfang.ground.units.models import Unit
from lianfang.registers.people.actions import Somebody
from lianfang.registers.people.forms import SomebodyForm

from .models import SEEN

LISTED = 600
LEVELS = ("county", "township", "village", "grid")


def places(reach) -> list[tuple]:
    """Where one may have seen him: the villages and grids in reach, each below its town."""
    found = Unit.objects.filter(path__under=reach, level__in=LEVELS, until_on=None).order_by("path")
    if len(listed := list(found[:LISTED])) == LISTED:
        listed = list(found.exclude(level="grid")[:LISTED])
    return [(unit.pk, "　" * LEVELS.index(unit.level) + unit.name) for unit in listed]


class ReportForm(SomebodyForm):
    """The first word: who, where, what one saw."""

    seen = forms.MultipleChoiceField(label=_("看到什么（可以选几样）"), choices=list(SEEN.items()), widget=forms.CheckboxSelectMultiple,
                                     required=False, help_text=_("都不像的不用勾，在下面写一句"))
    words = forms.CharField(label=_("情况"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
                            help_text=_("在哪里、怎么发现的、现在人在哪儿"))
    unit = forms.TypedChoiceField(label=_("在哪里发现的"), coerce=int)
    sex = forms.ChoiceField(label=_("性别"), choices=[("m", _("男")), ("f", _("女"))], widget=Buttons, required=False)
    field_order = ["unit", "seen", "words", "name", "sex", "phone", "id_kind", "id_number", "birth_on"]

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        listed = places(reach)
        self.fields["unit"].choices = [("", "—"), *listed] if len(listed) > 1 else listed

    def clean(self):
        """What he saw is ticked or written: said with what else is to be mended."""
        found = super().clean()
        if not found.get("seen") and not found.get("words", "").strip():
            self.add_error("seen", _("请勾上看到什么，或者写一句。"))
        return found

    def who(self) -> Somebody:
        """Whom it is about."""
        return super().who(sex=self.cleaned_data["sex"])


class MeasureForm(PlainForm):
    """What was measured."""

    temperature = forms.DecimalField(label=_("体温（℃）"), decimal_places=1, widget=Temperature)
    has_symptoms = forms.TypedChoiceField(label=_("有没有症状"), choices=[("yes", _("有")), ("no", _("没有"))], widget=Buttons,
                                          coerce=lambda said: said == "yes")


class WhereForm(PlainForm):
    """Where he is set apart."""

    where = forms.CharField(label=_("临时隔离在哪里"), max_length=120, help_text=_("例如：村卫生室隔离间；单独一间，等转运"))


class WhyForm(PlainForm):
    """Why he is not abnormal."""

    why = forms.CharField(label=_("为什么排除"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
                          help_text=_("谁看过、量了几次、是什么原因"))
