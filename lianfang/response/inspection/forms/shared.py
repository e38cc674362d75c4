"""Fields that many forms of inspection have: a place, a number, a text."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm

from ..actions.shared import LONGEST


def words(label, rows=3, **more):
    """A text of some lines."""
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more)


def count(label, least=0, most=99_999, **more):
    """A whole number."""
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=forms.NumberInput({"inputmode": "numeric"}), **more)


class PlaceForm(PlainForm):
    """A form that begins with a place within somebody's reach."""

    unit = forms.ModelChoiceField(label=_("哪个单位"), queryset=None)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        self.fields["unit"].label_from_instance = in_tree


def in_tree(unit) -> str:
    """禾阳街道 丰禾社区."""
    return f"{unit.parent.name} {unit.name}" if unit.level == "village" and unit.parent else unit.name
