"""Which outbreak a page is asked for: a disease and days, the same on every page of the chains."""
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import now, today
from lianfang.ground.retention.rules import rule
from lianfang.ground.ui.forms import Day, PlainForm

from ..queries.outbreak import Outbreak, choices, likeliest, outbreak

MOST_WAVES = 8
TOLD = ("stays", "rates", "clusters")  # pages of what goes with the person, when a case has been closed for long enough
KEPT = ("disease", "from", "until")
PAGES = (("chain", _("传播链")), ("curve", _("流行曲线")), ("reproduction", _("传播快慢")), ("intervals", _("代间隔")),
         ("stays", _("行程对照")), ("rates", _("罹患率")), ("clusters", _("聚集")), ("warning", _("早期预警")))


class AskForm(PlainForm):
    """A disease, from one day to another."""

    disease = forms.ChoiceField(label=_("病种"), required=False)

    def __init__(self, *args, listed, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["disease"].choices = listed
        self.fields["from"] = forms.DateField(label=_("从"), widget=Day, required=False)
        self.fields["until"] = forms.DateField(label=_("到"), widget=Day, required=False)

    def clean(self):
        """The days in their order."""
        said = super().clean()
        if said.get("from") and said.get("until") and said["from"] > said["until"]:
            self.add_error("until", _("“到”要在“从”以后，请改。"))
        return said


@dataclass(slots=True)
class Asked:
    """What was asked, and the outbreak that answers."""

    form: AskForm
    outbreak: Outbreak

    @property
    def query(self) -> str:
        """The same question for another page."""
        said = {"disease": self.outbreak.disease, "from": self.outbreak.first, "until": self.outbreak.last}
        return urlencode({name: str(value) for name, value in said.items() if value})

    def context(self, here) -> dict:
        """What the head of each page shows."""
        pages = [{"label": label, "url": f"{reverse(f'chains:{name}')}?{self.query}", "is_current": name == here} for name, label in PAGES]
        return {"ask": self.form, "outbreak": self.outbreak, "pages": pages, "query": self.query, "waves": self._waves(),
                "past": self._past() if here in TOLD else 0}

    def _past(self) -> int:
        """How many of these cases have been closed for so long that their household, class, places and days are kept no longer."""
        before = rule("emergency", now()).before(now())
        return sum(bool(before and one.closed_at and one.closed_at < before) for one in self.outbreak.seen)

    def _waves(self) -> list[tuple]:
        """The outbreaks of the disease, the latest first, where there are several: words, address, whether it is this one."""
        one = self.outbreak
        return [(gettext("{first} 到 {last}，{n} 例").format(first=first, last=last, n=n),
                 f"?{urlencode({'disease': one.disease, 'from': first, 'until': last})}", (one.first, one.last) == (first, last))
                for first, last, n in one.waves[:-MOST_WAVES - 1:-1]] if len(one.waves) > 1 else []


def asked(request) -> Asked:
    """The outbreak of `?disease=CODE&from=DAY&until=DAY`; without a disease the likeliest; what cannot be read is said on
    the form, and all days are shown."""
    on = today()
    listed: Any = choices(on)
    given = {name: request.GET[name] for name in KEPT if name in request.GET}
    given.setdefault("disease", likeliest())
    form = AskForm(given, listed=listed)
    said = form.cleaned_data if form.is_valid() else {}
    disease = said.get("disease") or likeliest()
    return Asked(form, outbreak(disease, said.get("from"), said.get("until"), on, request.GET.get("case", "")))
