"""A photo as a page's form takes it; a phone sends its own, piece by piece."""
from django import forms
from django.utils.translation import gettext_lazy as _

from ..workflow import Refused
from .pictures import taken


class PhotoFile(forms.FileField):
    """A photo taken now or chosen; its picture alone, only if it is one."""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("拍一张看得清的；不要拍到人脸和证件"))
        super().__init__(label=_("照片"), required=False, widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}), **kwargs)

    def clean(self, value, initial=None):
        """What is kept."""
        upload = super().clean(value, initial)
        try:
            return taken(upload.read()) if upload else None
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None
