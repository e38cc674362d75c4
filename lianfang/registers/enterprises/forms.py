"""What is filled in about a firm."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui.forms import PlainForm
from lianfang.ground.units.models import Unit

from . import credit
from .trades import TRADES

LISTED_UNITS = 600


class AmendForm(PlainForm):
    """What may change of a firm."""

    title = forms.CharField(label=_("企业名称"), max_length=100)
    trade = forms.ChoiceField(label=_("行业"), choices=[("", "—"), *TRADES.items()],
                              help_text=_("关停、恢复按行业下令，请选最接近的"))
    office = forms.CharField(label=_("单位电话"), max_length=40, required=False, help_text=_("办公室的座机；不填个人手机"))
    unit = forms.TypedChoiceField(label=_("在哪个乡镇、村（社区）"), coerce=int)

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        found = Unit.objects.filter(path__under=reach, level__in=("county", "township", "village"), until_on=None).order_by("path")
        listed = [(one.pk, f"　{one.name}" if one.level == "village" else one.name) for one in found[:LISTED_UNITS]]
        self.fields["unit"].choices = [("", "—"), *listed] if len(listed) > 1 else listed


class SheetForm(PlainForm):
    """A sheet of firms."""

    file = forms.FileField(label=_("企业名录（.xlsx、.xls、.csv）"),
                           help_text=_("表头：名称、统一社会信用代码、行业、乡镇（街道）、村（社区）、单位电话"))


class FirmForm(AmendForm):
    """A new firm."""

    code = forms.CharField(label=_("统一社会信用代码"), max_length=30, help_text=_("营业执照上的 18 位"))
    field_order = ["title", "code", "trade", "office", "unit"]

    def clean_code(self):
        """Said beside the field, together with what else is to be mended."""
        if found := credit.read(self.cleaned_data["code"]):
            return found
        raise forms.ValidationError(_("统一社会信用代码要 18 位，校验位要对；请照营业执照再抄一遍。"))
