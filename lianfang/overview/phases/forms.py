"""What is said of a phase."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import Day, PlainForm


class PhaseForm(PlainForm):
    """A phase to enter."""

    title = forms.CharField(label=_("阶段名称"), max_length=60, help_text=_("例如：分区分级精准防控"))
    from_on = forms.DateField(label=_("从哪一天起"), widget=Day)
    document = forms.CharField(label=_("依据的文件"), max_length=200, help_text=_("写文件名和文号"))
    decided_by = forms.CharField(label=_("谁定的"), max_length=80, help_text=_("例如：县指挥部第 5 次会商研判会议"))
