"""What is asked when something is given, split, done, checked; and at the duty desk."""
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import today
from lianfang.ground.ui.forms import Buttons, Moment, PlainForm, call
from lianfang.ground.workflow import Refused

from .. import storage
from ..actions import TaskSpec
from ..models import EVIDENCE, URGENCY
from ..queries import tags_on
from .places import PlaceField, lines

BY_POST = ("epidemiologist", "checkpoint_post", "laboratory", "hospital")
CHOSEN = ("role", "level")
NOBODY_NAMED = gettext_lazy("不写群众的姓名、电话、门牌号")


def tags_field():
    """Codes of the county's own lists."""
    return forms.MultipleChoiceField(label=gettext_lazy("属于哪项机制"), required=False, widget=forms.CheckboxSelectMultiple)


def roles():
    """Whoever leads there, or a post of the county's own."""
    return [("", _("当地负责人")), *((code, ROLES[code].label) for code in BY_POST)]


class Placed(PlainForm):
    """A form that asks for a place within a reach, and for tags where the county keeps any."""

    def __init__(self, *args, reach, **kwargs):
        super().__init__(*args, **kwargs)
        if "tags" in self.fields:
            self.fields["tags"].choices = tags_on(today(), reach)
            if not self.fields["tags"].choices:
                del self.fields["tags"]
        for name, field in self.fields.items():
            field.is_asked = name in CHOSEN  # one of its answers is the empty one
            if hasattr(field, "reach"):
                field.reach = reach
                if isinstance(field, PlaceField):
                    field.widget.lines = lines(reach)


class TaskForm(Placed):
    """One thing to be done."""

    unit = PlaceField(label=gettext_lazy("交给哪里"))
    words = forms.CharField(label=gettext_lazy("要办的事"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
                            help_text=NOBODY_NAMED)
    role = forms.ChoiceField(label=gettext_lazy("谁来办"), choices=roles, required=False, widget=Buttons)
    urgency = forms.ChoiceField(label=gettext_lazy("缓急"), choices=list(URGENCY.items()), initial="today", widget=Buttons)
    due_at = forms.DateTimeField(label=gettext_lazy("几时前"), required=False, widget=Moment,
                                 help_text=gettext_lazy("不填的按时限表：当天的事当天办完"))
    evidence = forms.ChoiceField(label=gettext_lazy("办完要什么"), choices=list(EVIDENCE.items()), initial="words", widget=Buttons)

    tags = tags_field()

    def spec(self) -> TaskSpec:
        """As the action takes it."""
        found = self.cleaned_data
        return TaskSpec(**{**found, "tags": tuple(found.get("tags", ()))})


class FindingForm(TaskForm):
    """The same on the spot: the place is the visit's unless another is typed."""

    def __init__(self, *args, place, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].initial = place
        del self.fields["role"]


class PassForm(PlainForm):
    """To which of those below, and what is added to the words from above."""

    units = forms.MultipleChoiceField(label=gettext_lazy("分给谁"), widget=forms.CheckboxSelectMultiple)
    words = forms.CharField(label=gettext_lazy("本级再说一句"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
                            help_text=gettext_lazy("不填的照转上级原话。上级原话一字不改，一直显示到最后一级"))
    due_at = forms.DateTimeField(label=gettext_lazy("几时前"), required=False, widget=Moment,
                                 help_text=gettext_lazy("不填的和本级一样；不能晚于本级"))
    evidence = forms.ChoiceField(label=gettext_lazy("办完要什么"), choices=list(EVIDENCE.items()), widget=Buttons)

    def __init__(self, *args, task, below, **kwargs):
        super().__init__(*args, initial={"evidence": task.evidence}, **kwargs)
        self.task, self.below = task, {str(one.pk): one for one in below}
        self.fields["units"].choices = [(pk, one.name) for pk, one in self.below.items()]

    def specs(self) -> list[TaskSpec]:
        """One for each unit."""
        found = self.cleaned_data
        return [TaskSpec(found["words"] or self.task.words, self.below[pk], due_at=found["due_at"], evidence=found["evidence"],
                         urgency=self.task.urgency, tags=tuple(self.task.tags)) for pk in found["units"]]


class DoneForm(PlainForm):
    """What was done, and the photo."""

    words = forms.CharField(label=gettext_lazy("怎么办的"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    photo = forms.FileField(label=gettext_lazy("照片"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"}))

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photo"].required = task.evidence == "photo"

    def clean_photo(self):
        """The picture alone."""
        return said_in(storage.photo, self.cleaned_data["photo"])


class DeferForm(PlainForm):
    """Until when, and why."""

    due_at = forms.DateTimeField(label=gettext_lazy("改到几时"), widget=Moment)
    why = forms.CharField(label=gettext_lazy("为什么改时限"), max_length=300)


class NoteForm(PlainForm):
    """The words of a shift."""

    words = forms.CharField(label=gettext_lazy("写一句"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args, label, hint="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = hint
        call(self.fields["words"], label)


class CallForm(Placed):
    """A call in twenty seconds: where, what, who; one Enter."""

    unit = PlaceField(label=gettext_lazy("在哪里"))
    words = forms.CharField(label=gettext_lazy("什么事"), max_length=200, help_text=NOBODY_NAMED)
    caller = forms.CharField(label=gettext_lazy("谁打来的"), max_length=60, required=False)
    phone = forms.CharField(label=gettext_lazy("电话"), max_length=40, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    detail = forms.CharField(label=gettext_lazy("门牌、细节"), max_length=200, required=False,
                             help_text=gettext_lazy("加密保存，写了理由才看得到"))
    urgency = forms.ChoiceField(label=gettext_lazy("缓急"), choices=list(URGENCY.items()), initial="today", widget=Buttons)
    role = forms.ChoiceField(label=gettext_lazy("谁来办"), choices=roles, required=False, widget=Buttons)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].widget.attrs["autofocus"] = True
        self.fields["urgency"].initial, self.fields["role"].initial = "today", ""


def said_in(read, upload):
    """What `read` makes of an upload, its refusal said at the field; None without one."""
    if not upload:
        return None
    try:
        return read(upload)
    except Refused as refused:
        raise forms.ValidationError(str(refused)) from None


