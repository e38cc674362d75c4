"""What is asked of a directive: its words, whom it goes to, its measures, its file."""
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.days import today
from lianfang.ground.ids import typed_number
from lianfang.ground.ui.forms import Buttons, Moment, PlainForm
from lianfang.ground.units.forms import PlacesField
from lianfang.ground.units.models import Unit

from .. import storage
from ..actions import Group, TaskSpec
from ..models import EVIDENCE, KINDS
from ..queries import groups_on
from .tasks import NOBODY_NAMED, Placed, said_in, tags_field

ROWS = 4
LEVELS = {"township": gettext_lazy("全部乡镇（街道）"), "village": gettext_lazy("全部村（社区）"), "": gettext_lazy("只发下面写的")}


class IssueForm(Placed):
    """A directive."""

    kind = forms.ChoiceField(label=gettext_lazy("文种"), choices=list(KINDS.items()), initial="instruction", widget=Buttons)
    title = forms.CharField(label=gettext_lazy("标题"), max_length=120)
    text = forms.CharField(label=gettext_lazy("正文"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 8}), help_text=NOBODY_NAMED)
    basis = forms.CharField(label=gettext_lazy("依据（上级来文文号）"), max_length=120, required=False)
    level = forms.ChoiceField(label=gettext_lazy("发给谁"), choices=list(LEVELS.items()), initial="township", required=False,
                              widget=Buttons)
    places = PlacesField(label=gettext_lazy("还发给哪些单位"), max_length=2000, required=False,
                         help_text=gettext_lazy("写名称，用顿号隔开，例如：禾阳街道、梨花沟镇"))
    groups = forms.MultipleChoiceField(label=gettext_lazy("发给哪些工作组"), required=False, widget=forms.CheckboxSelectMultiple)
    tags = tags_field()
    file = forms.FileField(label=gettext_lazy("附件"), required=False, help_text=gettext_lazy("PDF、Word、Excel 或照片"))
    why = forms.CharField(label=gettext_lazy("为什么用新的代替"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, post, replaces=None, **kwargs):
        super().__init__(*args, **kwargs)
        if replaces is None:
            del self.fields["why"]
        self.post, self.known = post, {one.code: one for one in groups_on(today())}
        self.fields["groups"].choices = [(one.code, one.name) for one in self.known.values()]
        if not self.known:
            del self.fields["groups"]

    def clean_file(self):
        """Its name and bytes."""
        return said_in(storage.attached, self.cleaned_data["file"])

    def clean(self):
        """Whom it goes to."""
        found = super().clean()
        level = found.get("level", "")
        below = Unit.objects.filter(path__under=self.post.path, level=level, until_on=None).order_by("path") if level else []
        to = {one.pk: one for one in (*below, *(found.get("places") or []))}
        self.to = list(to.values())
        self.to_groups = [Group(one.code, one.name, one.account) for one in self.known.values() if one.code in found.get("groups", ())]
        if not self.errors and not self.to and not self.to_groups:
            raise forms.ValidationError(_("没有写发给谁：选“全部乡镇”，或者写上单位。"))
        return found

    def told(self) -> dict:
        """As the action takes it, without its measures."""
        names = ("kind", "title", "text", "basis", "file", "why")
        return {**{name: self.cleaned_data[name] for name in names if name in self.fields}, "to": self.to,
                "groups": self.to_groups, "tags": self.cleaned_data.get("tags", ())}


class MeasureForm(Placed):
    """One measure: what, for whom, by when, what shows it."""

    words = forms.CharField(label=gettext_lazy("要办的事"), max_length=500, required=False)
    places = PlacesField(label=gettext_lazy("谁办"), max_length=1000, required=False)
    due_at = forms.DateTimeField(label=gettext_lazy("几时前"), required=False, widget=Moment)
    evidence = forms.ChoiceField(label=gettext_lazy("办完要什么"), choices=list(EVIDENCE.items()), required=False)

    def specs(self, to, groups, tags=()) -> list[TaskSpec]:
        """One for each unit that is named or, where none is, for everybody it goes to."""
        found = self.cleaned_data
        told = {"due_at": found["due_at"], "evidence": found["evidence"] or "words", "tags": tuple(tags)}
        named = found["places"]
        return [TaskSpec(found["words"], one, **told) for one in named or to] + ([] if named else [
            TaskSpec(found["words"], self.post, account=one.account, group=one.code, group_name=one.name, **told) for one in groups])

    def __init__(self, *args, post, **kwargs):
        super().__init__(*args, **kwargs)
        self.post = post
        for field in self.fields.values():
            field.is_asked = True  # a row may be empty: no need to say so of each field


def measures(sent, reach, post, rows=ROWS) -> list[MeasureForm]:
    """The rows of measures: as many as were sent, or some empty ones."""
    told = typed_number(str(sent.get("rows", ""))) if sent else None
    count = rows if told is None else told
    return [MeasureForm(sent or None, reach=reach, post=post, prefix=f"m{n}") for n in range(min(count, 60))]


class WhyForm(PlainForm):
    """A reason."""

    why = forms.CharField(label=gettext_lazy("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, optional=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].required = not optional
