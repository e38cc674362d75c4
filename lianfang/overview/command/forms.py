"""What is asked of command: an emergency with its level, who holds a post, a task force, who answers, who stands in, a mechanism."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.roles import CHOICES
from lianfang.ground.days import SHANGHAI, day_of, now, today
from lianfang.ground.ui.forms import Buttons, Day, Moment, PlainForm
from lianfang.ground.units.models import Unit
from lianfang.registers.diseases.queries import profiles

from .models import BODIES, HEADS, LEVELS, PARTS, POSTS, SEATS


class LevelForm(PlainForm):
    """A response level: which, who decided it, by which document, from when."""

    level = forms.ChoiceField(label=_("响应级别"), choices=list(LEVELS.items()), widget=Buttons, initial="i")
    body = forms.ChoiceField(label=_("哪一级决定的"), choices=list(BODIES.items()), widget=Buttons, initial="province",
                             help_text=_("Ⅰ级省里定、Ⅱ级省里定、Ⅲ级市里定，县里照执行；Ⅳ级县里定"))
    decided_by = forms.CharField(label=_("谁决定的"), max_length=80, help_text=_("例如：省疫情防控领导小组"))
    number = forms.CharField(label=_("文号"), max_length=60, help_text=_("例如：省疫防发〔2020〕1号"))
    from_at = forms.DateTimeField(label=_("从几时起"), widget=Moment)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from_at"].initial = now().astimezone(SHANGHAI)


class DeclareForm(LevelForm):
    """The same with the emergency it is of."""

    title = forms.CharField(label=_("应急名称"), max_length=80, help_text=_("例如：新冠肺炎疫情防控"))
    disease = forms.ChoiceField(label=_("什么病"))
    field_order = ["title", "disease"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["disease"].choices = [("", "—"), *((one.code, str(one)) for one in profiles(today()))]


class EndForm(PlainForm):
    """Who ended the response, by which document."""

    body = forms.ChoiceField(label=_("哪一级决定终止"), choices=list(BODIES.items()), widget=Buttons)
    number = forms.CharField(label=_("终止的文号"), max_length=60)


class SeatForm(PlainForm):
    """Somebody in a group: an account of the county, or a name."""

    SEATS = SEATS
    post = forms.ChoiceField(label=_("职务"), widget=Buttons)
    account = forms.TypedChoiceField(label=_("本系统的账号"), coerce=int, required=False, empty_value=None,
                                     help_text=_("有账号的选账号，交办的事会到本人的待办里"))
    name = forms.CharField(label=_("没有账号的，写姓名"), max_length=40, required=False)
    office = forms.CharField(label=_("单位、职务"), max_length=80, required=False)
    phone = forms.CharField(label=_("电话"), max_length=20, required=False)
    document = forms.CharField(label=_("任命的文号"), max_length=80, required=False)
    from_on = forms.DateField(label=_("从哪天起"), widget=Day)

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [(code, POSTS[code]) for code in self.SEATS]
        self.fields["post"].initial = self.SEATS[0]
        self.fields["from_on"].initial = today()
        self.accounts = accounts_of(unit)
        self.fields["account"].choices = [("", "—"), *((one.pk, one.shown) for one in self.accounts.values())]

    def given(self) -> dict:
        """As `appoint` takes it."""
        return {**self.cleaned_data, "account": self.accounts.get(self.cleaned_data["account"])}


class HeadForm(SeatForm):
    """One of the joint heads, by a document."""

    SEATS = HEADS


def accounts_of(unit, levels=("county",)) -> dict:
    """Accounts of people who hold an office within a unit, at places of these levels, each with its words."""
    held = Assignment.objects.in_force(day_of(now())).filter(unit__path__under=unit.path, unit__level__in=levels, account__is_active=True)
    found = {}
    for one in held.select_related("account", "unit").order_by("unit__path", "pk"):
        if one.account_id not in found:
            found[one.account_id] = one.account
            one.account.shown = f"{one.account.name} {one.unit.name}{one.get_role_display()}"
    return found


class ForceForm(PlainForm):
    """A task force."""

    name = forms.CharField(label=_("专班名称"), max_length=60, help_text=_("例如：大数据流调专班"))
    office = forms.CharField(label=_("牵头单位"), max_length=80, required=False)
    duties = forms.CharField(label=_("职责"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class AnswerForm(PlainForm):
    """Who answers for a post of a place."""

    account = forms.TypedChoiceField(label=_("谁负责"), coerce=int)

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.accounts = accounts_of(unit.parent or unit, ("county", "township", "village", "grid"))
        self.fields["account"].choices = [("", "—"), *((one.pk, one.shown) for one in self.accounts.values())]


class CoverForm(PlainForm):
    """Somebody is away: until when, and who stands in."""

    away = forms.TypedChoiceField(label=_("谁不在"), coerce=int)
    by_whom = forms.TypedChoiceField(label=_("谁代"), coerce=int)
    from_on = forms.DateField(label=_("从哪天起"), widget=Day)
    until_on = forms.DateField(label=_("到哪天（这天本人回来）"), widget=Day)

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", "—"), *((one.pk, one.shown) for one in accounts.values())]
        self.accounts, self.fields["away"].choices, self.fields["by_whom"].choices = accounts, choices, choices
        self.fields["from_on"].initial = today()


class MechanismForm(PlainForm):
    """A mechanism of the county's own."""

    name = forms.CharField(label=_("叫什么"), max_length=60)
    document = forms.CharField(label=_("依据的文件"), max_length=120, required=False)


class PartForm(PlainForm):
    """One thing that it asks, and who sees to it."""

    kind = forms.ChoiceField(label=_("是什么"), choices=list(PARTS.items()), widget=Buttons, initial="point")
    words = forms.CharField(label=_("内容"), max_length=200)
    owner = forms.CharField(label=_("谁来管"), max_length=80)


class RecallForm(PlainForm):
    """Whom to call back, by when."""

    words = forms.CharField(label=_("通知内容"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
                            help_text=_("例如：取消休假，全体医务人员返岗。不写姓名、号码"))
    return_by = forms.DateTimeField(label=_("几时前到岗"), widget=Moment)
    groups = forms.MultipleChoiceField(label=_("哪些工作组、专班"), required=False, widget=forms.CheckboxSelectMultiple)
    roles = forms.MultipleChoiceField(label=_("哪些岗位的人"), required=False, choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    units = forms.TypedMultipleChoiceField(label=_("哪些单位的人"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
                                           help_text=_("岗位和单位都勾的，是这些单位里这些岗位的人"))
    cancels_leave = forms.BooleanField(label=_("取消休假"), required=False, initial=True)

    def __init__(self, *args, unit, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in groups}
        self.places = {one.pk: one for one in [unit, *Unit.objects.in_force(today()).filter(parent=unit.pk).order_by("path")]}
        self.fields["groups"].choices = [(pk, one.name) for pk, one in self.known.items()]
        self.fields["units"].choices = [(pk, one.name) for pk, one in self.places.items()]
        if not self.known:
            del self.fields["groups"]

    def told(self) -> dict:
        """As the action takes it."""
        found = dict(self.cleaned_data)
        return found | {"groups": [self.known[pk] for pk in found.get("groups", ())], "units": [self.places[pk] for pk in found["units"]]}


class ComingForm(PlainForm):
    """When he is there, and from where."""

    back_at = forms.DateTimeField(label=_("几时到岗"), widget=Moment)
    note = forms.CharField(label=_("从哪里回"), max_length=200, required=False)


class WhyForm(PlainForm):
    """Why he cannot."""

    why = forms.CharField(label=_("回不来的原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))
