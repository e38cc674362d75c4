"""What is asked of whoever answers an appeal or a correction."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions
from lianfang.ground.days import today
from lianfang.ground.decisions.forms import TryForm
from lianfang.ground.ui.forms import Buttons, Day, PlainForm
from lianfang.registers.people.models import SEXES
from lianfang.registers.people.typed import cells, identity, phones, wording

WHY = {"label": _("理由（本人会看到）"), "max_length": 500, "widget": forms.Textarea(attrs={"rows": 3})}


class UpholdForm(PlainForm):
    """Why the measure stands."""

    reason = forms.CharField(**WHY, help_text=_("写明哪一条符合、依据是什么；不写别人的姓名"))


class ChangeForm(PlainForm):
    """Why it was wrong."""

    reason = forms.CharField(**WHY, help_text=_("写明哪里弄错了；不写别人的姓名"))


class FactsForm(TryForm):
    """The facts of the verdict, to be corrected; the table decides."""

    def __init__(self, *args, verdict, **kwargs):
        super().__init__(decisions.table(verdict.table), decisions.shipped(verdict.table).labels, *args, on=None, initial=verdict.facts,
                         **kwargs)
        del self.fields["on"]
        self.fields["reason"] = ChangeForm().fields["reason"]


class ExceptionForm(PlainForm):
    """Which exception, by which reason of the list, and what proves it."""

    measure = forms.ChoiceField(label=_("改为"), widget=Buttons)
    why = forms.ChoiceField(label=_("例外的理由"), widget=Buttons)
    evidence = forms.CharField(label=_("依据"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
                               help_text=_("谁出的证明、编号、说了什么"))
    reason = forms.CharField(**WHY)

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        facts, labels = decisions.table("deviation").facts, decisions.shipped("deviation").labels
        listed = {"measure": "asked_measure", "why": "reason"}
        for field, fact in listed.items():
            self.fields[field].choices = [(code, labels.of(fact, code)) for code in facts[fact].listed if code != now]


class KeepForm(PlainForm):
    """Why it stays."""

    reason = forms.CharField(**WHY, help_text=_("写明核实了什么、为什么不改"))


class CorrectForm(PlainForm):
    """What is right, as verified, and what was done."""

    value = forms.CharField(label=_("更正为"), max_length=200)
    reason = forms.CharField(**WHY, help_text=_("写明看了什么证件、找谁核实过"))

    def __init__(self, *args, field, right, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.about, self.kind = field, kind or "id_card"
        self.fields["value"].initial = right
        if field == "birth_on":
            self.fields["value"] = forms.DateField(label=_("更正为"), widget=Day)
        elif field == "sex":
            self.fields["value"] = forms.ChoiceField(label=_("更正为"), choices=[one for one in SEXES.items() if one[0]], widget=Buttons)
        elif field in ("check", "result", "other"):
            del self.fields["value"]

    def clean(self):
        """What the register is to keep, checked as a roster's rows are; a number tells the day of birth and the sex, too."""
        found = super().clean()
        if found.get("value"):
            found["changes"] = getattr(self, f"_{self.about}", lambda value: {self.about: value})(found["value"])
        return found

    def _name(self, value):
        return {"name": cells.name(value)}

    def _birth_on(self, value):
        if not identity.EARLIEST_BIRTH <= value <= today():
            self.add_error("value", _("出生日期不可能；请对照证件改正。"))
        return {"birth_on": value}

    def _phone(self, value):
        found = phones.read(value)
        if found.fault:
            self.add_error("value", wording.wrong_phone(found.fault, found.detail))
        return {"phone": found.number}

    def _id_number(self, value):
        found = identity.read(value, self.kind, on=today())
        if found.fault:
            self.add_error("value", wording.wrong_id(found.fault, found.detail, self.kind))
        told = {"birth_on": found.birth_on, "sex": found.sex} if found.birth_on else {}
        return {"id_number": found.number, "id_kind": found.kind or self.kind} | told
