"""Places as somebody types them, one after the other; and the photo he has taken."""
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.outbox.pictures import taken
from lianfang.ground.units.queries import named_like, unit_named
from lianfang.ground.workflow import Refused

HINT = gettext_lazy("写名称，几个地方用顿号隔开：丰禾社区、望河社区；全镇、全县就写镇名、县名。有重名的前面写上乡镇")


def place(said, reach):
    """The place that was typed; ValidationError says how to mend it."""
    found = [one] if (one := unit_named(said)) else named_like(said)
    if not found:
        raise forms.ValidationError(_("没有叫“{said}”的地方，请核对名称，或填区划代码。").format(said=said))
    if not (within := [one for one in found if reach.covers(one.path)]):
        raise forms.ValidationError(_("“{said}”不在您的辖区里。").format(said=said))
    if len(within) > 1:
        raise forms.ValidationError(_("叫“{said}”的有 {n} 个，请在前面写上乡镇或村。").format(said=said, n=len(within)))
    return within[0]


class PlacesField(forms.CharField):
    """Several places within `reach`, which the form hands over before it is filled."""

    reach = None

    def __init__(self, **options):
        options = {"help_text": HINT, "widget": forms.Textarea(attrs={"rows": 3}), **options}
        super().__init__(max_length=20_000, **options)

    def clean(self, value):
        """The units, each once."""
        words = super().clean(value)
        for mark in "，,;；\r\n":
            words = words.replace(mark, "、")
        return list({(found := place(one.strip(), self.reach)).pk: found for one in words.split("、") if one.strip()}.values())


class PhotoFile(forms.FileField):
    """A photo taken now or chosen; its picture alone, only if it is one."""

    def __init__(self, **kwargs):
        kwargs = {"required": False, "help_text": gettext_lazy("拍门口的封条、公告或关着的门；不要拍到人脸和证件"), **kwargs}
        super().__init__(label=gettext_lazy("照片"), widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}), **kwargs)

    def clean(self, value, initial=None):
        """What is kept."""
        upload = super().clean(value, initial)
        try:
            return taken(upload.read()) if upload else None
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None
