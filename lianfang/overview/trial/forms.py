"""What is to be tried, and from which day."""
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import decisions
from lianfang.ground.days import today
from lianfang.ground.decisions.models import TableVersion
from lianfang.ground.decisions.queries import state_of
from lianfang.ground.ui.forms import Day, PlainForm
from lianfang.response.isolation.queries.between import boundaries

from .actions import TRIED

OPEN = ("draft", "asked", "asked_health", "approved")


class TrialForm(PlainForm):
    """A version of the county's own, or the rows of another day."""

    what = forms.ChoiceField(label=gettext_lazy("试哪一版"))
    from_on = forms.DateField(label=gettext_lazy("假定从哪一天起用"), widget=Day, required=False,
                              help_text=gettext_lazy("不填，就按这一版自己的生效日；没有生效日的从今天起。"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = list(choices())

    def given(self) -> dict:
        """As the action takes it."""
        kind, _colon, rest = self.cleaned_data["what"].partition(":")
        from_on = self.cleaned_data["from_on"]
        if kind == "version":
            version = TableVersion.objects.select_related("area").get(pk=rest)
            return {"table": version.table, "version": version, "from_on": from_on}
        table, _colon, day = rest.partition(":")
        return {"table": table, "edition_on": date.fromisoformat(day), "from_on": from_on}


def choices():
    """Versions that do not hold yet, then the editions that came with the program, the next to come first."""
    for one in TableVersion.objects.filter(table__in=TRIED, state__in=OPEN).order_by("-number"):
        yield f"version:{one.pk}", f"{decisions.shipped(one.table).title} {one.mark} · {state_of(one)}"
    for table in TRIED:
        for day in reversed(boundaries(table)):
            word = _("{table}：{day} 起的一版") if day > today() else _("{table}：{day} 起的一版（已经到日子）")
            yield f"edition:{table}:{day.isoformat()}", word.format(table=decisions.shipped(table).title, day=day.isoformat())
