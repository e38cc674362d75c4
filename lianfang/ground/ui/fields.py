"""Form fields as markup: label, help, what is wrong and how to mend it; the summary of errors on top."""

from django.forms import CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select, Textarea
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .parts import icon

LOOKS = ((CheckboxInput, "form-check-input"), (FileInput, "form-control file"), (Textarea, "form-control"), (Select, "form-select"))


def errors(form):
    """On top of the form: how many things to mend, each a link to its field."""
    if not form.errors:
        return ""
    found = [(form[name].auto_id if name in form.fields else "", _said(form, name), message)
             for name, messages in form.errors.items() for message in messages]
    lines = format_html_join("", '<li><a href="#{}">{}{}</a></li>', found)
    title = _("还有 %(n)d 处要改") % {"n": len(found)}
    return format_html('<div class="error-summary" role="alert" tabindex="-1" data-focus><h2>{}{}</h2><ul>{}</ul></div>',
                       icon("alert"), title, lines)


def _said(form, name):
    return f"{form[name].label}{_('：')}" if name in form.fields else ""


def form_fields(form):
    """All fields of a form, with the summary on top."""
    return mark_safe("".join(map(str, [errors(form), *map(field, form.visible_fields()), *form.hidden_fields()])))


def field(bound, label="", width=""):
    """One field; width: short, half or none."""
    if bound.is_hidden:
        return str(bound)
    widget = bound.field.widget
    if isinstance(widget, (RadioSelect, CheckboxSelectMultiple)):
        return _choices(bound, label or bound.label)
    named = format_html('<label for="{}">{}{}</label>', bound.id_for_label, label or bound.label, _optional(bound))
    box = bound.as_widget(attrs=_attrs(bound))
    if isinstance(widget, CheckboxInput):
        return format_html('<div class="field tick {}"><div class="tick-row">{}{}</div>{}{}</div>',
                           _state(bound), box, named, _help(bound), _wrong(bound))
    return format_html('<div class="field {} {}">{}{}{}{}</div>', width, _state(bound), named, _help(bound), _wrong(bound), box)


def _choices(bound, label):
    """A question with few answers as large buttons: each answer is its own target."""
    kind = "radio" if isinstance(bound.field.widget, RadioSelect) else "checkbox"
    options = ((option.tag(), option.choice_label) for option in bound.subwidgets)
    answers = format_html_join("", '<label class="choice">{}<span>{}</span></label>', options)
    told = mark_safe(f' aria-describedby="{" ".join(_told(bound))}"') if _told(bound) else ""
    return format_html('<fieldset class="field {}" id="{}"{}><legend>{}{}</legend>{}{}<div class="choices {}">{}</div></fieldset>',
                       _state(bound), bound.auto_id, told, label, _optional(bound), _help(bound), _wrong(bound), kind, answers)


def _attrs(bound):
    look = next((look for kind, look in LOOKS if isinstance(bound.field.widget, kind)), "form-control")
    attrs = {"class": f"{look} {bound.field.widget.attrs.get('class', '')}".strip()}
    if _told(bound):
        attrs["aria-describedby"] = " ".join(_told(bound))
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return attrs


def _told(bound):
    return [f"{bound.auto_id}_{part}" for part, there in (("help", bound.help_text), ("wrong", bound.errors)) if there]


def _state(bound):
    return "wrong" if bound.errors else ""


def _optional(bound):
    if bound.field.required or getattr(bound.field, "is_asked", False):
        return ""
    return format_html(' <span class="optional">{}</span>', _("（可不填）"))


def _help(bound):
    return format_html('<p class="help" id="{}_help">{}</p>', bound.auto_id, bound.help_text) if bound.help_text else ""


def _wrong(bound):
    if not bound.errors:
        return ""
    said = format_html_join(mark_safe("<br>"), "{}", ((message,) for message in bound.errors))
    return format_html('<p class="wrong-text" id="{}_wrong">{}<span>{}</span></p>', bound.auto_id, icon("alert"), said)
