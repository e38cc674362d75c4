"""What stands behind the numbers of a ranking: what each of them is, as of when it was counted, and where its records are opened."""
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground import indicators

from ..models import Dispute, Standing
from ..rules import mean_word, ranking
from .ranked import months_of

SCORED, PROBLEMS = "inspection_scored", "inspection_problems"


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's standing with the addresses of the visits and the problems that were counted; empty where the reader may not open them."""

    row: Standing
    sheets: str = ""
    problems: str = ""


def counted_at(round):
    """The moment as of which its standings were counted: the close of scoring, or the last dispute that changed points; None before."""
    return Dispute.objects.filter(round=round, state="upheld").aggregate(last=Max("decided_at"))["last"] or round.closed_at


def meanings(round) -> list[str]:
    """What each number of its ranking is, in words."""
    rule, of = ranking(round.period, round.last_on, round.unit.path), indicators.INDICATORS
    score = _("各月公布的得分的平均") if round.period == "half_year" else _("参评检查得分的平均，满分 100 分")
    found = [(_("得分"), score)]
    if round.level == "village":
        found.append((_("乡镇得分"), mean_word(rule["mean"])))
    found += [(_("检查"), of[SCORED].meaning), (_("问题"), of[PROBLEMS].meaning)]
    return [_("{what}：{meaning}").format(what=what, meaning=meaning) for what, meaning in found]


def opening(round, rows, reach) -> list[Line]:
    """Standings with what they open into, as known when they were counted: half a year opens into its months."""
    at = counted_at(round)
    if round.period == "half_year" or at is None:
        page = f"{reverse('inspection:rounds')}?{urlencode({'within': round.pk})}" if at and months_of(round).exists() else ""
        return [Line(row, page) for row in rows]
    return [Line(row, *(_address(code, round, row, at) for code in (SCORED, PROBLEMS))) if reach.covers(row.unit.path) else Line(row)
            for row in rows]


def _address(code, round, row, at):
    return f"{indicators.link(code, row.unit, at, own=row.level == round.level)}&round={round.pk}"
