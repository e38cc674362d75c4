"""What is asked of an order, an exemption, a line of transport."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions
from lianfang.ground.days import now
from lianfang.ground.ui.forms import Buttons, Moment, PlainForm
from lianfang.ground.units.models import Unit
from lianfang.registers.enterprises.queries import firms

from ..actions import Exempt, Order
from ..models import HOW, SERVICES
from ..words import OF_KIND, PURPOSES, reason_word
from .places import PlacesField

WHAT = {"trade": _("关停哪些行业"), "transport": _("停哪些线路"), "event": _("停办哪些活动")}
LISTED = 600


class OrderForm(PlainForm):
    """An order of one kind."""

    number = forms.CharField(label=_("文号"), max_length=60, help_text=_("例如：青防指〔2020〕5号"))
    what = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    units = PlacesField(label=_("在哪些地方执行"))
    words = forms.CharField(label=_("内容"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}),
                            help_text=_("群众会看到，例如：除一个出入口外一律封闭，出入凭证；不写人名和电话"))
    basis = forms.CharField(label=_("依据"), max_length=200, required=False, help_text=_("上级哪份文件"))
    from_at = forms.DateTimeField(label=_("从几时起"), widget=Moment)
    until_at = forms.DateTimeField(label=_("到几时止"), required=False, widget=Moment, help_text=_("不填就是“到另行通知解除为止”"))
    spared = forms.MultipleChoiceField(label=_("来做这些的照常放行"), required=False, choices=list(PURPOSES.items()),
                                       widget=forms.CheckboxSelectMultiple, help_text=_("不勾的，要有出入证或经批准的例外"))

    def __init__(self, *args, kind, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["units"].reach = reach
        self.fields["from_at"].initial = now()
        if kind == "place":
            del self.fields["what"]
        else:
            self.fields["what"].label, self.fields["what"].choices = WHAT[kind], list(OF_KIND[kind].items())
            del self.fields["spared"]

    def order(self) -> Order:
        """As the action takes it."""
        found = self.cleaned_data
        return Order(found["number"], self.kind, tuple(found["units"]), found["words"], found["from_at"], found["until_at"],
                     tuple(found.get("what", ())), tuple(found.get("spared", ())), found["basis"])


class ExemptForm(PlainForm):
    """Whom an exemption is for, why, until when."""

    how = forms.ChoiceField(label=_("对谁例外"), widget=Buttons)
    plate = forms.CharField(label=_("车牌"), max_length=12, required=False, help_text=_("对一辆车例外才填；加密保存"))
    firm = forms.CharField(label=_("单位名称"), max_length=100, required=False,
                           help_text=_("对一家单位、一个市场例外才填；写全称或信用代码"))
    place = PlacesField(label=_("哪处地方"), required=False, widget=forms.TextInput, help_text=_("对一处地方例外才填，最小到小区"))
    purpose = forms.ChoiceField(label=_("哪一类来意"), required=False, choices=[("", "—"), *PURPOSES.items()],
                                help_text=_("对一类来意例外才选"))
    reason = forms.ChoiceField(label=_("理由"), widget=Buttons)
    words = forms.CharField(label=_("说明"), max_length=200, required=False)
    until_at = forms.DateTimeField(label=_("到几时止"), widget=Moment)

    def __init__(self, *args, closure, ways, reach, **kwargs):
        super().__init__(*args, **kwargs)
        self.closure, self.reach = closure, reach
        self.fields["how"].choices = [(code, HOW[code]) for code in ways]
        self.fields["place"].reach = reach
        self.fields["reason"].choices = [(code, reason_word(code)) for code in decisions.table("closure_reason").facts["reason"].listed]
        for name, how in (("plate", "vehicle"), ("firm", "firm"), ("place", "place"), ("purpose", "purpose")):
            if how not in ways:
                del self.fields[name]

    def clean_firm(self):
        """A firm of the register, by its whole name or its code."""
        said = self.cleaned_data["firm"].strip()
        if not said:
            return None
        found = firms(self.reach)
        one = found.filter(code=said.upper()).first()
        named = [one] if one else list(found.filter(title=said)[:2])
        if len(named) != 1:
            raise forms.ValidationError(_("企业名录里没有（或不止一家）这个名称，请填信用代码。"))
        return named[0]

    def exempt(self) -> Exempt:
        """As the action takes it."""
        found = self.cleaned_data
        return Exempt(found["how"], found["reason"], found["until_at"], found.get("plate", ""), found.get("firm"),
                      next(iter(found.get("place") or ()), None), found.get("purpose", ""), found["words"])


class SureForm(PlainForm):
    """Nothing but the button."""


class ServiceForm(PlainForm):
    """A line or a service."""

    kind = forms.ChoiceField(label=_("哪一种"), choices=list(SERVICES.items()), widget=Buttons)
    title = forms.CharField(label=_("线路、服务名称"), max_length=80, help_text=_("例如：城关—梨花沟 3 路"))
    operator = forms.CharField(label=_("谁在运营"), max_length=80, required=False)
    unit = forms.ModelChoiceField(label=_("属于哪里"), queryset=Unit.objects.none())

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        found = Unit.objects.filter(path__under=reach, level__in=("county", "township"), until_on=None)
        self.fields["unit"].queryset = found.order_by("path")
