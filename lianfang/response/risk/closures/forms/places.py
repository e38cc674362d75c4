"""Places as somebody types them, one after the other."""
from django import forms
from django.utils.translation import gettext_lazy

from lianfang.ground.units.forms import PlacesField as Places

HINT = gettext_lazy("写名称，几个地方用顿号隔开：丰禾社区、望河社区；全镇、全县就写镇名、县名。有重名的前面写上乡镇")


class PlacesField(Places):
    """Several places, with a hint and room for many."""

    def __init__(self, **options):
        options = {"help_text": HINT, "widget": forms.Textarea(attrs={"rows": 3}), **options}
        super().__init__(max_length=20_000, **options)
