"""Try a table: its facts as a form."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..evaluator.kinds import Day, Number


class TryForm(forms.Form):
    """A table's facts, each as its kind asks for; what stays empty counts as not given."""

    def __init__(self, table, labels, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.table, self.labels = table, labels
        self.fields["on"] = forms.DateField(label=_("判定日"), initial=on, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
        for name, kind in table.facts.items():
            self.fields[name] = _fact_field(name, kind, labels)

    def get_initial_for_field(self, field, field_name):
        """What is known, in the words it may be typed in: unknown → 不明."""
        known = super().get_initial_for_field(field, field_name)
        kind = self.table.facts.get(field_name)
        return self.labels.of(field_name, known) if isinstance(field, forms.CharField) and kind and known in kind.listed else known

    def facts(self) -> dict:
        """The facts that were given, read as their kinds write them."""
        return {name: kind.read(self._code(name, kind)) for name, kind in self.table.facts.items() if self.cleaned_data[name]}

    def _code(self, name, kind) -> str:
        """A word of the closed list as its code: 没量 → not_measured."""
        said = self.cleaned_data[name].strip()
        return next((code for code in kind.listed if said == self.labels.of(name, code)), said)


def _fact_field(name, kind, labels):
    words = {"label": labels.of(name), "help_text": labels.note(name), "required": False}
    listed = [(word, labels.of(name, word)) for word in kind.listed]
    if not isinstance(kind, (Number, Day)) and listed and kind.text.startswith(("one of", "yes/no")):
        return forms.ChoiceField(choices=[("", "—"), *listed], **words)
    codes = gettext("、").join(label for _code, label in listed)
    how = gettext("日期写成 2020-03-18。") if isinstance(kind, Day) else ""
    else_codes = gettext("也可写：{codes}").format(codes=codes) if codes else ""
    words["help_text"] = " ".join(filter(None, [words["help_text"], how, else_codes]))
    return forms.CharField(max_length=40, **words)
