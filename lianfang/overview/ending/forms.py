"""What a proposal needs: the document that ends the emergency."""
from django import forms
from django.utils.translation import gettext_lazy as _


class ProposalForm(forms.Form):
    """On the strength of what."""

    basis = forms.CharField(label=_("宣布应急结束的文件"), max_length=200,
                            help_text=_("文件名和文号，如：青防指〔2023〕2号《关于结束应急响应的通告》"))
