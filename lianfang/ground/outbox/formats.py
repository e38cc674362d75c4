"""Forms of a fixed set of field kinds as JSON for the phone; and what a phone filled in, read by the Django form, whose word counts."""
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from django import forms
from django.utils.translation import gettext as _

from ..ui.forms import Answers, Buttons, Day, Photo, Several, Temperature

FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Faults:
    """Why a form was not taken: the sentence, and for each field its own."""

    says: str
    fields: dict


def kind_of(field) -> str:
    """text · lines · number · temperature · day · moment · choice · choices · tick · id · photo · several · answers · unit."""
    for kind, is_it in KINDS:
        if is_it(field):
            return kind
    raise TypeError(f"a phone knows no field of the kind {type(field).__name__}")


KINDS = (
    ("several", lambda f: isinstance(f, Several)),
    ("answers", lambda f: isinstance(f, Answers)),
    ("photo", lambda f: isinstance(f, Photo)),
    ("id", lambda f: isinstance(f, forms.UUIDField)),
    ("choices", lambda f: isinstance(f, forms.MultipleChoiceField)),
    ("unit", lambda f: isinstance(f, forms.ModelChoiceField)),
    ("choice", lambda f: isinstance(f, forms.ChoiceField)),
    ("tick", lambda f: isinstance(f, forms.BooleanField)),
    ("temperature", lambda f: isinstance(f.widget, Temperature)),
    ("number", lambda f: isinstance(f, forms.IntegerField)),
    ("moment", lambda f: isinstance(f, forms.DateTimeField)),
    ("day", lambda f: isinstance(f, forms.DateField) or isinstance(f.widget, Day)),
    ("lines", lambda f: isinstance(f.widget, forms.Textarea)),
    ("text", lambda f: isinstance(f, forms.CharField)),
)


def as_json(form_class) -> dict:
    """A form as the phone draws it, in the language of the reader."""
    return {"version": version(form_class), "fields": [_field(name, field) for name, field in form_class().fields.items()]}


@cache
def version(form_class) -> str:
    """What changes when a form asks for something else: its fields, kinds, bounds and codes; words may change as they like."""
    bare = [_field(name, field, bare=True) for name, field in form_class().fields.items()]
    return hashlib.sha256(json.dumps(bare, sort_keys=True, default=str).encode()).hexdigest()[:12]


def _field(name, field, *, bare=False) -> dict:
    kind = kind_of(field)
    found = {"name": name, "kind": kind, "required": field.required}
    if not bare:
        found |= {"label": str(field.label or ""), "help": str(field.help_text or "")}
        found |= {"asked": True} if getattr(field, "is_asked", False) else {}
        found |= {"hint": hint} if (hint := str(field.widget.attrs.get("placeholder", ""))) else {}
    for bound, attribute in (("min", "min_value"), ("max", "max_value"), ("longest", "max_length"), ("most", "most")):
        value = getattr(field, attribute, None)
        found |= {} if value is None else {bound: value}
    for told in ("inputmode", "step", "capture"):
        found |= {told: str(field.widget.attrs[told])} if told in field.widget.attrs else {}
    if kind in ("choice", "choices"):
        found |= {"options": [str(code) if bare else [str(code), str(label)] for code, label in _flat(field.choices)]}
        found |= {"big": True} if isinstance(field.widget, Buttons) else {}
    if kind == "number":
        found["whole"] = not isinstance(field, (forms.FloatField, forms.DecimalField))
    if kind == "several":
        found["fields"] = [_field(inner, one, bare=bare) for inner, one in field.form().fields.items()]
    return found


def _flat(choices):
    for code, label in choices:
        if isinstance(label, (list, tuple)):
            yield from label
        else:
            yield code, label


class Reader:
    """Reads what phones filled into one form, entry after entry: the form is built once, for building costs more than reading."""

    def __init__(self, form_class):
        self.form_class, self.version = form_class, version(form_class)
        self._blank, self._form = form_class(), form_class({})

    def read(self, content: dict, *, given="") -> tuple[dict | None, Faults | None, bool]:
        """As the form reads it, or why not; and whether it was filled into another version of the form.

        Of another version, a question that the phone did not have is not missed.
        """
        is_old = bool(given) and given != self.version
        try:
            plain = _plainly(self._blank, content)
        except Unfit as unfit:
            return None, Faults(str(unfit), {}), is_old
        form = self._older(plain) if is_old else self._form
        form.data, form._errors = plain, None
        if not form.is_valid():
            return None, _faults(form), is_old
        odd = [name for name, value in form.cleaned_data.items() if isinstance(value, date) and not is_in_time(value)]
        says = " ".join(_unread(form.fields[name].label or name) for name in odd)
        return (None, Faults(says, dict.fromkeys(odd, says)), is_old) if odd else (form.cleaned_data, None, is_old)

    def _older(self, plain):
        form = self.form_class(plain)
        for name, field in form.fields.items():
            field.required = field.required and name in plain
        return form


def is_in_time(day) -> bool:
    """Whether a day is one that people mean: of the centuries in which anybody here lived or plans."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


class Unfit(ValueError):
    """A value of a JSON kind that no such field has."""


def _plainly(form, content) -> dict:
    """JSON values as Django's fields take them; what was left out is left out."""
    given = {name: content[name] for name in form.fields if content.get(name) is not None}
    return {name: _plain(form.fields[name], value, name) for name, value in given.items()}


def _plain(field, value, name):
    """Never a list where one thing is asked for, never half a letter."""
    kind = kind_of(field)
    if kind == "answers":
        return value if isinstance(value, dict) and _whole(json.dumps(value, ensure_ascii=False)) else _unfit(field, name)
    if kind == "several":
        fits = isinstance(value, list) and len(value) <= field.most and all(isinstance(one, dict) for one in value)
        inner = field.form()
        return [_plainly(inner, one) for one in value] if fits else _unfit(field, name)
    if kind == "choices":
        fits = isinstance(value, list) and all(isinstance(one, str) and _whole(one) for one in value)
        return value if fits else _unfit(field, name)
    if kind == "tick":
        return value if isinstance(value, bool) else _unfit(field, name)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return _unfit(field, name)
    if isinstance(value, int) and abs(value) > 1e15:
        return _unfit(field, name)
    return value if not isinstance(value, str) or _whole(value) else _unfit(field, name)


def _whole(text) -> bool:
    """Whether every letter of a text is one: half of a pair can be kept by no database."""
    return not any("\ud800" <= sign <= "\udfff" or sign == "\x00" for sign in text)


def _unfit(field, name):
    raise Unfit(_unread(field.label or name))


def _unread(label) -> str:
    return _("“{label}”读不懂，请重填。").format(label=label)


def _faults(form) -> Faults:
    """What Django's form complains of, as one sentence and by field."""
    fields = {name: " ".join(said) for name, said in form.errors.items()}
    labels = {name: str(form.fields[name].label or name) if name in form.fields else "" for name in fields}
    said = [f"{labels[name]}{_('：')}{text}" if labels[name] and labels[name] not in text else text for name, text in fields.items()]
    return Faults(" ".join(said), fields)


def spoken(form_class, content: dict) -> list[tuple[str, str]]:
    """What was filled in, in words: the labels of the questions asked, and the answers to them; what fits no question as it stands."""
    return [(str(field.label or name), _word(field, content[name])) for name, field in form_class().fields.items()
            if content.get(name) not in (None, "", []) and kind_of(field) not in ("id", "photo", "answers")]


def _word(field, value) -> str:
    kind = kind_of(field)
    if kind == "several" and isinstance(value, list) and all(isinstance(one, dict) for one in value):
        return "；".join("，".join(word for _label, word in spoken(field.form, one)) for one in value)
    if kind in ("choice", "choices"):
        words = {str(code): str(label) for code, label in _flat(field.choices)}
        return "、".join(words.get(str(code), str(code)) for code in (value if isinstance(value, list) else [value]))
    return (_("是") if value else _("否")) if kind == "tick" else str(value)
