"""What a correction needs: why."""
from django import forms
from django.utils.translation import gettext_lazy as _


class CorrectionForm(forms.Form):
    """The reason as it will stand under the table."""

    reason = forms.CharField(label=_("为什么更正"), max_length=200, help_text=_("会印在公报上，如：三岔口镇重复登记1人"))
