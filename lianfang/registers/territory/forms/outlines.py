"""The form of a file of outlines."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm

from ..outlines import OutlineFault, borders_of


class OutlinesForm(PlainForm):
    """A GeoJSON file, and where it comes from."""

    file = forms.FileField(label=_("边界文件（.geojson、.json）"))
    source = forms.CharField(label=_("边界从哪里来"), max_length=60, help_text=_("例如：自然资源局、民政局勘界成果（WGS-84 或 CGCS2000）"))

    def clean(self):
        """Its features."""
        found = super().clean()
        if not self.errors:
            try:
                return {"borders": borders_of(found["file"].read()), "source": found["source"]}
            except OutlineFault as fault:
                self.add_error("file", str(fault))
        return found
