"""The investigation form as the team fills it: the questions of the day's table, a day's symptoms, an exposure, who investigates."""
from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions
from lianfang.ground.days import day_of, now
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm, plain_words
from lianfang.registers.diseases.queries import profile

from ..models import ANSWERS, CHOICES, EXPOSED, GUARDED

LONG = forms.Textarea(attrs={"rows": 3})
HELP = {"isolated_at": _("还没有隔离的留空"), "course": _("从第一个症状起，按日期写到过哪些医院、做过什么检查和治疗"),
        "history": _("表里没问到的：聚会、收快递、接触动物等")}
LENGTHS = {"informant_name": 60, "informant_phone": 30, "first_visit_at": 120, "chronic": 300}
NUMBERS = {"household": 60, "doses": 9}
DAYS = ("first_visit_on", "last_dose_on")
MEASURED = {"highest": ("34", "43", 1), "white_cells": ("0", "500", 2), "lymphocytes": ("0", "500", 2)}


def answer_field(name, is_required) -> forms.Field:
    """The field of a question; what the part needs is asked, but a draft may leave it out."""
    usual = {"label": ANSWERS[name], "help_text": HELP.get(name, ""), "required": False}
    if name in CHOICES:
        made = forms.ChoiceField(choices=list(CHOICES[name].items()), widget=Buttons, **usual)
    elif name in NUMBERS:
        made = forms.IntegerField(min_value=0, max_value=NUMBERS[name], **usual)
    elif name in MEASURED:
        low, high, places = MEASURED[name]
        made = forms.DecimalField(min_value=int(low), max_value=int(high), decimal_places=places, **usual)
    elif name in DAYS:
        made = forms.DateField(widget=Day, **usual)
    elif name == "isolated_at":
        made = forms.DateTimeField(widget=Moment, **usual)
    elif name in ("course", "history"):
        made = forms.CharField(max_length=3000, widget=LONG, **usual)
    else:
        made = forms.CharField(max_length=LENGTHS[name], **usual)
    made.error_messages = {**made.error_messages, **plain_words(made)}
    made.is_asked = is_required
    return made


class AnswerForm(PlainForm):
    """A part of the investigation form; its questions come from the table."""

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        for one in asked:
            self.fields[one.field] = answer_field(one.field, one.is_required)

    def good(self) -> dict:
        """What was answered well, by field: only what the browser sent, so that a draft leaves the rest as it is."""
        return {name: value for name, value in self.cleaned_data.items() if name in self.data and name not in self.errors}


class SymptomsForm(PlainForm):
    """How he was on one day."""

    on = forms.DateField(label=_("哪一天"), widget=Day)
    temperature = forms.DecimalField(label=_("体温（℃）"), min_value=34, max_value=43, decimal_places=1, required=False)
    codes = forms.MultipleChoiceField(label=_("有哪些症状"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        on, labels = day_of(now()), decisions.shipped("disease").labels
        known = profile(case.disease, on)
        self.fields["codes"].choices = [(code, labels.of("symptoms", code)) for code in (known.symptoms if known else ())]
        last = case.symptom_days.filter(dropped_at=None).order_by("-on").first()
        self.fields["on"].initial = min(last.on + timedelta(days=1), on) if last else case.onset_on


class ExposedForm(PlainForm):
    """An exposure in the days looked back on."""

    kind = forms.ChoiceField(label=_("什么暴露"), choices=[("", "—"), *EXPOSED.items()])
    from_on = forms.DateField(label=_("从哪一天"), widget=Day)
    until_on = forms.DateField(label=_("到哪一天"), widget=Day, required=False, help_text=_("只有一天的留空"))
    place = forms.CharField(label=_("在哪里"), max_length=120, required=False)
    protection = forms.ChoiceField(label=_("防护"), choices=list(GUARDED.items()), widget=Buttons, initial="unknown")
    note = forms.CharField(label=_("经过"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self):
        """One day where no last one is said."""
        said = super().clean()
        said["until_on"] = said.get("until_on") or said.get("from_on")
        return said


class HandForm(PlainForm):
    """To whom a shift goes, with what he must know."""

    to = forms.TypedChoiceField(label=_("交给谁"), coerce=int)
    standing = forms.CharField(label=_("还有什么没办完"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
                               help_text=_("一件一句：哪一例、办到哪一步"))
    ask_next = forms.CharField(label=_("接着问什么"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
                               help_text=_("还要问谁、问哪几天、等谁的回话"))

    def __init__(self, *args, team, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", "—"), *((one.pk, one.name) for one in team)]


class AssignForm(PlainForm):
    """To whom."""

    to = forms.TypedChoiceField(label=_("交给谁"), coerce=int)

    def __init__(self, *args, team, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", "—"), *((one.pk, one.name) for one in team)]
