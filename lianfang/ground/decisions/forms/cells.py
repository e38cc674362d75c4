"""A row, or an example, as a form: one field a column, each with what may stand there."""
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .. import current
from ..drafting.mending import codes, writable
from ..evaluator.cells import ANY, Malformed, day
from ..evaluator.table import FORMULA, OWN

LONG = ("document", "clause", "says")


class CellForm(forms.Form):
    """What rows and examples have in common: a field for each column, read as its kind reads it."""

    def __init__(self, table, labels, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.table, self.labels = table, labels
        for column in self.columns():
            self.fields[column] = self._field(column)

    def _field(self, column):
        kind = self.table.columns.get(column, "")
        words = {"label": self.labels.of(column), "required": column in self.needed, "help_text": self._help(column, kind)}
        if kind.startswith("result one of "):
            return forms.ChoiceField(choices=[("", "—"), *((code, self.labels.of(column, code)) for code in codes(kind))], **words)
        return forms.CharField(max_length=500, widget=forms.Textarea({"rows": 2}) if column in LONG else forms.TextInput(), **words)

    def _help(self, column, kind):
        if listed := [f"{code} {self.labels.of(column, code)}" for code in codes(kind)]:
            return gettext("、").join(listed) + gettext("；空着就是不限") * (not kind.startswith("result"))
        return "" if kind == "text" else writable(kind)

    def clean(self):
        """Every cell read as the table would read it; what cannot be is said at its field."""
        found = super().clean()
        for column, text in list(found.items()):
            if str(text).startswith(FORMULA):
                self.add_error(column, _("不能以 = + @ 开头。"))
            elif text and text != ANY and (read := self.reader(column)):
                try:
                    wrong = read(text) is None
                except (Malformed, ValueError):
                    wrong = True
                if wrong:
                    may = self._help(column, self.table.columns.get(column, "day"))
                    self.add_error(column, gettext("“{says}”读不懂。请写：{may}。").format(says=text, may=may))
        return found


class RowForm(CellForm):
    """A row: what it asks for, what it says, where and when it holds, and the clause it stands on."""

    needed = ("document", "clause")

    def columns(self):
        """In the order of the table."""
        return list(self.table.columns)

    def reader(self, column):
        """What reads a cell of this column."""
        if column in self.table.results:
            return self.table.results[column].read
        if column in OWN:
            return {"area": current.unit_id, "from": day, "until": day, "verify": self._verify}.get(column)
        return (self.table.facts | self.table.derived)[column].cell

    def _verify(self, text):
        return None if set(filter(None, map(str.strip, text.split(";")))) - set(self.table.columns) else text

    def cells(self) -> dict:
        """As the table keeps them: nothing is a dash."""
        return {column: self.cleaned_data[column] or ("" if column == "verify" else ANY) for column in self.fields}

    def groups(self):
        """The fields as one reads a row: if, then, by what."""
        conditions = [self[c] for c in self.fields if c in self.table.facts or c in self.table.derived]
        return [(_("如果"), conditions), (_("那么"), [self[c] for c in self.fields if c in self.table.results]),
                (_("依据和范围"), [self[c] for c in self.fields if c in OWN])]


class ExampleForm(CellForm):
    """An example: a sentence, a day, what is known, and what must come out."""

    needed = ("says", "on")

    def columns(self):
        """The story first, then facts, then results."""
        return ["says", "on", "unit", *self.table.facts, *self.table.results]

    def _field(self, column):
        if column in ("says", "on", "unit"):
            told = {"says": _("一句话说这个例子"), "on": _("判定日"), "unit": _("在哪里（区划代码，空着就是本辖区）")}
            return forms.CharField(max_length=200, label=told[column], required=column in self.needed)
        return super()._field(column)

    def _help(self, column, kind):
        return super()._help(column, kind).replace(gettext("；空着就是不限"), gettext("；空着就是没给"))

    def reader(self, column):
        """Facts may be malformed on purpose: that is an example, too."""
        if column in self.table.results:
            return self.table.results[column].read
        return {"on": day, "unit": current.path_of}.get(column)

    def cells(self) -> dict:
        """As the examples keep them: nothing is empty."""
        return {column: self.cleaned_data[column] for column in self.fields}

    def groups(self):
        """The fields as one tells it."""
        return [(_("例子"), [self["says"], self["on"], self["unit"]]), (_("已知"), [self[c] for c in self.table.facts]),
                (_("应当得出"), [self[c] for c in self.table.results])]
