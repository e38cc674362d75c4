"""Base form and widgets: plain words for what is missing, and controls a phone can hit; and what a page does with a refusal."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..ids import DIGITS, typed_number, uuid7
from ..workflow import Refused

FIRST_YEAR, LAST_YEAR = 1900, 2199  # another year is a slip, and at the ends of the calendar there is no day before or after


class PlainForm(forms.Form):
    """A form whose every complaint names the field and the mend."""

    def __init_subclass__(cls, **kwargs):
        """What a form says of its fields is put together once for each language."""
        super().__init_subclass__(**kwargs)
        cls.said = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        said = self.said.setdefault(get_language(), {})
        for name, field in self.fields.items():
            if name not in said:
                said[name] = {**field.error_messages, **plain_words(field)}
            field.error_messages = said[name]

    def _clean_fields(self):
        """No day beyond the calendar's middle, whatever is reckoned from it afterwards."""
        super()._clean_fields()
        for name, value in [*self.cleaned_data.items()]:
            if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
                self.add_error(name, _("请核对年份：要在 {first} 年到 {last} 年之间。").format(first=FIRST_YEAR, last=LAST_YEAR))


def plain_words(field):
    """What to say when a field is empty or malformed, unless its class was given words of its own."""
    label = field.label or ""
    verb = _("请选择“%(label)s”。") if isinstance(field, (forms.ChoiceField, forms.BooleanField)) else _("请填写“%(label)s”。")
    if isinstance(field, forms.FileField):
        verb = _("请选一个文件：%(label)s。")
    said = {"required": verb % {"label": label}}
    if isinstance(field, (forms.DateField, forms.DateTimeField)):
        said["invalid"] = _("这个日期读不懂，请写成 2020-03-18 这样。")
    elif isinstance(field, (forms.IntegerField, forms.DecimalField)):
        said["invalid"] = _("这里只能填数字。")
    return said if isinstance(field, forms.FileField) else said | _bounds(label)


def call(field, label):
    """Give a field of one form another name: its complaints bear it too."""
    field.label = label
    field.error_messages = {**field.error_messages, **plain_words(field)}


def _bounds(label):
    """What to say when a number or a text goes beyond its bounds."""
    words = {"min_value": _("“%(label)s”最小填 %%(limit_value)s。"), "max_value": _("“%(label)s”最大填 %%(limit_value)s。"),
             "max_length": _("“%(label)s”最多 %%(limit_value)d 个字，现在有 %%(show_value)d 个。")}
    return {code: word % {"label": str(label).replace("%", "%%")} for code, word in words.items()}


class Day(forms.DateInput):
    """A calendar day."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class Moment(forms.DateTimeInput):
    """A day and a time."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class Temperature(forms.NumberInput):
    """A body temperature in ℃, large, with steps of 0.1; never filled in beforehand."""

    template_name = "ui/temperature.html"

    def __init__(self, attrs=None):
        usual = {"step": "0.1", "min": "34", "max": "43", "inputmode": "decimal", "autocomplete": "off", "placeholder": _("未填")}
        super().__init__({**usual, **(attrs or {})})


class Buttons(forms.RadioSelect):
    """Few answers side by side, each a large target."""


class Suggested(forms.TextInput):
    """A text with lines to choose from below it, which follow what is typed; without a script those of the beginning stand there."""

    template_name = "ui/suggested.html"

    def __init__(self, address, lines, attrs=None):
        self.address, self.lines = address, lines
        super().__init__({"data-typed": "", "autocomplete": "off", **(attrs or {})})

    def get_context(self, name, value, attrs):
        """With the lines, and where to ask for more."""
        return super().get_context(name, value, {**attrs, "list": f"{name}-lines"}) | {"lines": self.lines, "address": self.address}


class Seek(forms.TextInput):
    """A text that searches while one types; fires `typed` only when the input method has finished a word."""

    input_type = "search"

    def __init__(self, attrs=None):
        super().__init__({"data-typed": "", "autocomplete": "off", **(attrs or {})})


class Photo(forms.UUIDField):
    """A photo by its id: a phone sends the record first and the photo when there is signal."""

    widget = forms.HiddenInput


class Answers(forms.JSONField):
    """Answers to questions that the form itself does not know: they are held to their own definition by whoever asked."""


class Ticked(forms.ModelMultipleChoiceField):
    """Rows that were ticked: a number that no row can have is none of them, and is not asked of the database."""

    def clean(self, value):
        """As ever, but for such a number."""
        for one in map(str, value or ()):
            if one.isdecimal() and typed_number(one) is None:
                raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": one[:DIGITS]})
        return super().clean(value)


class Several(forms.Field):
    """Some forms of one kind in a form: the occupants of a vehicle; reads a list of their cleaned answers."""

    widget = forms.HiddenInput

    def __init__(self, form, *, most, **options):
        self.form, self.most = form, most
        super().__init__(**options)

    def clean(self, value):
        """Each by its own form; what is wrong names which of them."""
        value = value or []
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(value) > self.most:
            raise forms.ValidationError(_("最多 %(n)d 项。"), code="most", params={"n": self.most})
        filled = [self.form(one) for one in value]
        wrong = [forms.ValidationError(f"{n}. {' '.join(said)}") for n, form in enumerate(filled, 1) for said in form.errors.values()]
        if wrong:
            raise forms.ValidationError(wrong)
        return [form.cleaned_data for form in filled]


def posted_id(request) -> UUID:
    """The id of what a page records, made when the page was opened, so that a second press records nothing twice."""
    try:
        return UUID(request.POST.get("id", ""))
    except ValueError:
        return uuid7()


def step(request, template, form, act, done, to, **page):
    """A page with a form and one button: `act(form)` calls one action; afterwards `done` is said and `to` follows (or what `to()` says)."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect(to() if callable(to) else to)
    return render(request, template, {"form": form, **page}, status=422 if form.errors else 200)


def sheet_came(request, words, faults):
    """What was taken of a sheet: in green, in amber where rows were not and wait to be mended."""
    (messages.warning if faults else messages.success)(request, words)


def rows_came(request, made):
    """The same of a sheet whose rows were taken, known or refused."""
    sheet_came(request, _("共 {rows} 行：收下 {taken}，以前已有 {known}，未收 {rejected}").format(
        rows=made.rows, taken=made.taken, known=made.known, rejected=len(made.faults)), made.faults)


def pressed(request, act, done, to, *args):
    """One button: `act()` calls one action; what it refuses is said on the next page."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect(to, *args)
