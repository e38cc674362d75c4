"""What is asked of a team, a checklist, a round, a plan."""
from django import forms
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import today
from lianfang.ground.ui.forms import Buttons, Day, PlainForm, call

from ..actions import Seat
from ..models import LEVELS, PERIODS, RANKS, TEAMS, Checklist
from ..queries.covering import following
from ..rules import topic_words
from .shared import PlaceForm

MOST_BYTES = 2 << 20
DISCIPLINE, MEMBERS = 2, 4  # seats a form has beside the head's
YES_NO = [("yes", _("暗访：到了才知道")), ("no", _("公开：提前通知单位"))]


def _account(label, **more):
    return forms.ModelChoiceField(label=label, queryset=None, **more)


class SeatsForm(PlainForm):
    """Who sits in a team: its head with his rank, discipline cadres, members."""

    head = _account(_("组长"), help_text=_("名单里是有督查职责的账号；没有的先在“账号”里给他“督查组成员”"))
    rank = forms.ChoiceField(label=_("组长的级别"), choices=list(RANKS.items()), widget=Buttons)

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        for n in range(DISCIPLINE):
            self.fields[f"discipline{n}"] = _account(_("纪检干部"), required=False)
        for n in range(MEMBERS):
            self.fields[f"member{n}"] = _account(_("组员"), required=False)
        for name, field in self.fields.items():
            if name == "head" or name.startswith(("discipline", "member")):
                field.queryset = accounts
                field.label_from_instance = lambda account: account.name

    def seats(self) -> list[Seat]:
        """Who is in it."""
        given = self.cleaned_data
        others = [(duty, given.get(f"{duty}{n}")) for duty, most in (("discipline", DISCIPLINE), ("member", MEMBERS)) for n in range(most)]
        return [Seat(given["head"], given["rank"], "head"), *(Seat(account, "", duty) for duty, account in others if account)]


def seated(team) -> dict:
    """Who sits in a team now, as the form begins with."""
    members, found = list(team.members.order_by("pk")), {}
    for duty in ("discipline", "member"):
        found |= {f"{duty}{n}": one.account_id for n, one in enumerate(one for one in members if one.duty == duty)}
    head = next(one for one in members if one.duty == "head")
    return found | {"head": head.account_id, "rank": head.rank}


class TeamForm(SeatsForm, PlaceForm):
    """A team: who sends it, of which kind, and who sits in it."""

    field_order = ("unit", "kind", "name")
    kind = forms.ChoiceField(label=_("哪一种组"), choices=list(TEAMS.items()), widget=Buttons)
    name = forms.CharField(label=_("组名"), max_length=60, help_text=_("例如：督查一组"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        call(self.fields["unit"], _("谁派出"))


class ChecklistForm(PlainForm):
    """A checklist written as a sheet, and what it is for."""

    file = forms.FileField(label=_("检查表（.xlsx）"), help_text=_("XLSForm：survey、choices、settings 三张表；打分的题写 weight（权重）"))
    topic = forms.ChoiceField(label=_("查哪方面"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = topic_words()

    def clean_file(self):
        """Not larger than may be read."""
        if self.cleaned_data["file"].size > MOST_BYTES:
            raise forms.ValidationError(_("检查表太大了：最大 2 MB。"))
        return self.cleaned_data["file"].read()


class RoundForm(PlaceForm):
    """A round of inspection."""

    title = forms.CharField(label=_("叫什么"), max_length=80, help_text=_("例如：环境卫生每日评比"))
    kind = forms.ChoiceField(label=_("谁来查"), choices=list(TEAMS.items()), widget=Buttons)
    period = forms.ChoiceField(label=_("多久一轮"), choices=list(PERIODS.items()), widget=Buttons)
    level = forms.ChoiceField(label=_("查到哪一级"), choices=list(LEVELS.items()), widget=Buttons)
    from_on = forms.DateField(label=_("哪天开始"), widget=Day)
    last_on = forms.DateField(label=_("最后一天"), widget=Day, required=False, help_text=_("不填就按多久一轮算"))
    checklist = forms.ModelChoiceField(label=_("打分的检查表"), queryset=Checklist.objects.none(), required=False,
                                       empty_label=_("这一轮不打分"), help_text=_("半年评比不用选：按各月公布的分数平均"))
    repeated = forms.BooleanField(label=_("到期自动开下一轮"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        call(self.fields["unit"], _("在哪里查"))
        self.fields["checklist"].queryset = Checklist.objects.filter(is_scored=True).order_by("-at")
        self.fields["from_on"].initial = today()

    def facts(self) -> dict:
        """As the action takes it."""
        given = dict(self.cleaned_data)
        given["is_repeated"] = given.pop("repeated")
        given["last_on"] = given["last_on"] or following(given["period"], given["from_on"])[1]
        return given


class PlanForm(PlainForm):
    """Which teams go, openly or not."""

    teams = forms.ModelMultipleChoiceField(label=_("哪些组去"), queryset=None, widget=forms.CheckboxSelectMultiple)
    shy = forms.ChoiceField(label=_("怎么去"), choices=YES_NO, widget=Buttons, initial="no")

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["teams"].queryset = teams


class VisitForm(PlaceForm):
    """One visit."""

    team = forms.ModelChoiceField(label=_("哪个组"), queryset=None)
    on = forms.DateField(label=_("哪天"), widget=Day)
    shy = forms.ChoiceField(label=_("怎么去"), choices=YES_NO, widget=Buttons, initial="yes")

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams
        self.fields["on"].initial = today()


class SpanForm(PlainForm):
    """From which day to which (counted)."""

    since = forms.DateField(label=_("从哪天"), widget=Day)
    last = forms.DateField(label=_("到哪天"), widget=Day)
