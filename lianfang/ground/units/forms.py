"""Places as somebody types them: by their names, with what they lie in before them, or by their codes; only within the writer's reach."""
from django import forms
from django.utils.translation import gettext as _

from .models import Unit
from .queries import named_like, unit_named

SHOWN = 6  # places of one name that an error lists


def place(said, reach) -> Unit:
    """The place that was typed; ValidationError says how to mend it."""
    found = [one] if (one := unit_named(said)) else named_like(said)
    if not found:
        raise forms.ValidationError(_("没有叫“{said}”的地方，请核对名称，或填区划代码。").format(said=said))
    if not (within := [one for one in found if reach.covers(one.path)]):
        raise forms.ValidationError(_("“{said}”不在您的辖区里。").format(said=said))
    if len(within) > 1:
        raise forms.ValidationError(_("叫“{said}”的有 {n} 个，请写明是哪一个：{which}").format(
            said=said, n=len(within), which=_apart(within)))
    return within[0]


def _apart(found) -> str:
    """Places of one name as they may be typed, each with what it lies in before it."""
    names = dict(Unit.objects.filter(pk__in={pk for one in found for pk in one.ancestor_ids}).values_list("pk", "name"))
    which = [" ".join(names[pk] for pk in one.ancestor_ids[1:]) for one in found[:SHOWN]]
    return _("、").join(which) + ("……" if len(found) > SHOWN else "")


class PlacesField(forms.CharField):
    """Several places, one after the other, within `reach`, which the form hands over before it is filled."""

    reach = None

    def clean(self, value):
        """The units, each once."""
        words = super().clean(value)
        for mark in "，,;；\r\n":
            words = words.replace(mark, "、")
        return list({(found := place(one.strip(), self.reach)).pk: found for one in words.split("、") if one.strip()}.values())
