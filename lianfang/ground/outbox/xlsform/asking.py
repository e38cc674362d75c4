"""A form JSON as a Django form: the server's word on the answers; and in the reader's language, as the phone draws it."""
import re

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ...ui.forms import Buttons, Day, Moment, PlainForm

LONGEST = 300
TICKED = ("OK", "yes", "true")  # as forms of others name a tick
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?")


def form_of(content: dict) -> type[PlainForm]:
    """The class of a form: a question that its condition does not call for is neither asked nor kept."""
    fields = {field["name"]: _field(field) for field in content["fields"]}
    asked: type[Conditional] = type("Asked", (Conditional,), fields)
    asked.conditions = {f["name"]: f["when"] for f in content["fields"] if "when" in f}  # set afterwards: a question may bear these names
    asked.needed = {f["name"] for f in content["fields"] if f["required"]}
    return asked


class Conditional(PlainForm):
    """A form some of whose questions hang on the answer to another."""

    conditions: dict = {}
    needed: set = set()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.conditions:
            self.fields[name].required = False

    def clean(self):
        """Only what was asked; of what was asked, what must be answered."""
        found = super().clean()
        for name, (other, answer) in self.conditions.items():
            if not _is(found.get(other), answer):
                found[name] = None
            elif name in self.needed and name not in self.errors and found.get(name) in (None, "", []):
                self.add_error(name, _("请填写“%(label)s”。") % {"label": self.fields[name].label})
        return {name: value for name, value in found.items() if value not in (None, "", [])}

    def answers(self) -> dict:
        """The answers as JSON keeps them."""
        return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in self.cleaned_data.items()}


def _is(given, answer) -> bool:
    """Whether an answer is the one that a condition names, as the phone compares them too."""
    if isinstance(given, list):
        return answer in given
    if isinstance(given, bool):
        return given and answer in TICKED
    if isinstance(given, (int, float)):
        return bool(NUMBER.fullmatch(answer)) and float(answer) == given
    return given is not None and str(given) == answer


def _field(field):
    words = {"label": _said(field["label"]), "required": field["required"], "help_text": _said(field["help"])}
    kind = field["kind"]
    if kind == "number":
        bounds = {"min_value": field.get("min"), "max_value": field.get("max")}
        return (forms.IntegerField if field["whole"] else forms.FloatField)(**words, **bounds)
    if kind in ("choice", "choices"):
        options = [(code, _said(label)) for code, label in field["options"]]
        if kind == "choices":
            return forms.MultipleChoiceField(**words, choices=options, widget=forms.CheckboxSelectMultiple)
        return forms.ChoiceField(**words, choices=options, widget=Buttons)
    if kind == "tick":
        return forms.BooleanField(**words)
    if kind == "day":
        return forms.DateField(**words, widget=Day)
    if kind == "moment":
        return forms.DateTimeField(**words, widget=Moment, input_formats=["%Y-%m-%dT%H:%M"])
    return forms.CharField(**words, max_length=LONGEST)


def spoken(content: dict) -> dict:
    """The same JSON with the words of the reader's language alone."""
    return {**content, "fields": [_told(field) for field in content["fields"]]}


def _told(field):
    told = {**field, "label": _said(field["label"]), "help": _said(field["help"])}
    return told | ({"options": [[code, _said(label)] for code, label in field["options"]]} if "options" in field else {})


def _said(label):
    return label["en"] if (get_language() or "").startswith("en") else label["zh"]
