"""A place as somebody types it: by its name, with what it lies in before it, or by its code; only within the writer's reach."""
from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy

from lianfang.ground.ui.forms import Suggested
from lianfang.ground.units.forms import place
from lianfang.ground.units.models import Unit

LEVELS = ("county", "township", "village", "compound")
MOST = 30
HINT = gettext_lazy("名称，例如：向阳小区；有重名的前面写上乡镇：禾阳街道 向阳小区")


def lines(reach, typed="") -> list[str]:
    """Places within a reach whose name holds what is typed, with the town they lie in before them."""
    found = Unit.objects.filter(path__under=reach, level__in=LEVELS, until_on=None,
                                name__contains=typed.strip().split(" ")[-1]).order_by("path")[:MOST]
    towns = dict(Unit.objects.filter(pk__in={pk for one in found for pk in one.ancestor_ids}, level="township").values_list("pk", "name"))
    return [" ".join([*(towns[pk] for pk in one.ancestor_ids[:-1] if pk in towns), one.name]) for one in found]


class PlaceField(forms.CharField):
    """A place within `reach`, which the form hands over before it is filled."""

    reach = None

    def __init__(self, **options):
        super().__init__(max_length=80, widget=Suggested(reverse_lazy("directives:places"), []), **{"help_text": HINT, **options})

    def clean(self, value):
        """The unit."""
        said = super().clean(value)
        return place(said, self.reach) if said else None
