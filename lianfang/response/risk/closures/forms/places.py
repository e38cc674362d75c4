"""Places as somebody types them, one after the other; and the photo he has taken."""
from django import forms
from django.utils.translation import gettext_lazy

from lianfang.ground.outbox.pictures import taken
from lianfang.ground.units.forms import PlacesField as Places
from lianfang.ground.workflow import Refused

HINT = gettext_lazy("写名称，几个地方用顿号隔开：丰禾社区、望河社区；全镇、全县就写镇名、县名。有重名的前面写上乡镇")


class PlacesField(Places):
    """Several places, with a hint and room for many."""

    def __init__(self, **options):
        options = {"help_text": HINT, "widget": forms.Textarea(attrs={"rows": 3}), **options}
        super().__init__(max_length=20_000, **options)


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
