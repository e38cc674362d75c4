"""What is asked about a level or a ring: counts with their source, and the document that puts it in force or lifts it."""
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.ui.forms import Buttons, Day, PlainForm
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.units.forms import place

from .actions.circles import LEAST, MOST
from .models import RADIUS_REASONS, SOURCES
from .words import kind_word

KINDS = ("county", "home", "stay", "rest")
YES_NO = [("unknown", gettext_lazy("不清楚")), ("yes", gettext_lazy("是")), ("no", gettext_lazy("否"))]


def _question(label, help_text=""):
    return forms.ChoiceField(label=label, choices=YES_NO, widget=Buttons, initial="unknown", help_text=help_text)


class NumberForm(PlainForm):
    """The document it rests on."""

    number = forms.CharField(label=gettext_lazy("文号"), max_length=60, help_text=gettext_lazy("例如：青防指〔2022〕18号"))


class CircleForm(PlainForm):
    """How wide a circle is."""

    metres = forms.IntegerField(label=gettext_lazy("半径（米）"), min_value=LEAST, max_value=MOST,
                                help_text=gettext_lazy("从楼栋（没有的从小区、村）的坐标量起，直线距离"))
    reason = forms.ChoiceField(label=gettext_lazy("和表上不一样，为什么"), choices=[("", "—"), *RADIUS_REASONS.items()], required=False)

    def __init__(self, *args, proposed, **kwargs):
        """`proposed`: the metres of the day's table, if it says any."""
        super().__init__(*args, **kwargs)
        self.proposed = proposed
        if proposed is None:
            del self.fields["reason"]
        else:
            self.fields["metres"].help_text = _("表上是 {metres} 米；改了要选原因。从楼栋（没有的从小区、村）的坐标量起，直线距离").format(
                metres=proposed)

    def clean(self):
        """Other metres than the table's have a reason; the table's have none."""
        found = super().clean()
        if found.get("metres") in (None, self.proposed):
            found["reason"] = ""
        elif self.proposed is not None and not found.get("reason"):
            self.add_error("reason", _("表上是 {metres} 米，改成别的要选原因。").format(metres=self.proposed))
        return found


class LevelForm(PlainForm):
    """Counts of a place, and where they come from."""

    unit = forms.CharField(label=gettext_lazy("哪个地方"), max_length=80,
                           help_text=gettext_lazy("名称，例如：向阳小区；有重名的前面写上乡镇或村：禾阳街道 向阳小区。也可以填区划代码"))
    kind = forms.ChoiceField(label=gettext_lazy("哪一种地方"), choices=lambda: [(one, kind_word(one)) for one in KINDS], widget=Buttons)
    recent = forms.IntegerField(label=gettext_lazy("近期新增（例）"), min_value=0, max_value=99_999)
    total = forms.IntegerField(label=gettext_lazy("累计（例）"), min_value=0, max_value=999_999)
    days_clear = forms.IntegerField(label=gettext_lazy("几天没有新增"), min_value=0, max_value=9_999, required=False,
                                    help_text=gettext_lazy("从来没有过病例的空着"))
    cluster = _question(gettext_lazy("有聚集性疫情"))
    spread = _question(gettext_lazy("有传播风险"))
    contacts_clear = _question(gettext_lazy("最后一名密接已满14天且阴性"))
    round_negative = _question(gettext_lazy("最近两天全员检测一轮阴性"))
    source = forms.ChoiceField(label=gettext_lazy("这些数从哪里来"), choices=[one for one in SOURCES.items() if one[0] != "counted"],
                               widget=Buttons)
    source_on = forms.DateField(label=gettext_lazy("哪一天的"), widget=Day)
    source_number = forms.CharField(label=gettext_lazy("通报文号"), max_length=60, required=False)

    def clean_unit(self):
        """A place of ours, by code or by its name, the names of what it lies in before it where there are several."""
        return place(self.cleaned_data["unit"].strip(), Reach(TOP))

    def clean(self):
        """New cases are among all there were."""
        found = super().clean()
        if found.get("recent") is not None and found.get("total") is not None and found["recent"] > found["total"]:
            raise forms.ValidationError(_("近期新增不能多于累计，请核对。"))
        return found

    def facts(self) -> dict:
        """In the words of the table."""
        found, said = self.cleaned_data, {"unknown": "unknown", "yes": True, "no": False}
        days = found["days_clear"]
        return {"kind": found["kind"], "recent": found["recent"], "total": found["total"], "days_clear": "never" if days is None else days,
                **{name: said[found[name]] for name in ("cluster", "spread", "contacts_clear", "round_negative")}}
