"""Three lines of defence, county, hamlet and household (S4-10): how each stands, and who is between two of them."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import widened
from lianfang.ground.days import now
from lianfang.ground.indicators import link
from lianfang.ground.ui import parts, tables
from lianfang.ground.units.fields import Reach

from .. import queries
from .asked import unit_of

LINES = (
    (gettext_lazy("县防线"), "line_posts_county", "line_unwatched_county", "line_entered"),
    (gettext_lazy("屯（村）防线"), "line_posts_hamlet", "line_unwatched_hamlet", "line_awaited", "line_arrived"),
    (gettext_lazy("户防线"), "doors_due", "doors_unanswered", "home", "monitoring", "am_missed", "pm_missed"),
)
CODES = tuple(code for _label, *codes in LINES for code in codes)
BAD = ("line_unwatched_county", "line_unwatched_hamlet", "line_awaited", "am_missed", "pm_missed")


@may("look")
def lines(request, pk=None):
    """The three lines of a unit and of each unit below it; every figure opens, and whoever was let in is followed from line to line."""
    unit, at = unit_of(request, pk), now()
    with indicators.one_reading():
        whole = indicators.values(CODES, widened(Reach(unit.path)), at)
        below = queries.below(CODES, unit, at)
    total = queries.Line(unit, whole)
    table = tables.plain_table(request, below, _columns(unit, at), title=_("三道防线"), total=total, empty_title=_("没有下级单位"))
    if request.GET.get("export") == "xlsx":
        return tables.sheet(table)
    return render(request, "situation/lines.html", {"unit": unit, "at": at, "table": table, "lines": _covered(whole),
                                                    "path": _path(unit, whole, at)})


def _covered(whole):
    """How well each line is held: posts with people at them, arrivals registered, doors answered."""
    posts = [(whole[f"line_posts_{name}"] - whole[f"line_unwatched_{name}"], whole[f"line_posts_{name}"]) for name in ("county", "hamlet")]
    arrived = whole["line_arrived"]
    pairs = [
        (LINES[0][0], _("卡口有人在岗"), posts[0]),
        (LINES[1][0], _("村口、小区门有人在岗"), posts[1]),
        (LINES[1][0], _("卡口告知的人到家登记"), (arrived, arrived + whole["line_awaited"])),
        (LINES[2][0], _("入户有答复"), (whole["doors_due"] - whole["doors_unanswered"], whole["doors_due"])),
    ]
    return [(line, what, parts.progress(done, due, is_due=True), due) for line, what, (done, due) in pairs]


def _path(unit, whole, at):
    """From line to line: let in, registered at home, watched at home; with those who are between."""
    return [(str(indicators.INDICATORS[code]), whole[code], link(code, unit, at), code in BAD and whole[code])
            for code in ("line_entered", "line_awaited", "line_arrived", "monitoring", "home")]


def _columns(unit, at):
    def figure(code):
        return lambda line: parts.num(line[code], link(code, line.unit or unit, at, own=line.unit is None), "bad" if code in BAD else "")

    def named(line):
        if line.unit is None or line.unit == unit:
            return line.name or _("未落到下级")
        return format_html('<a href="{}">{}</a>', reverse("situation:lines", args=[line.unit.pk]), line.name)

    found = [tables.Column("name", gettext_lazy("单位"), "unit", cell=named, text=lambda line: line.name or _("未落到下级"))]
    for label, *codes in LINES:
        found += [tables.Column(f"figures.{code}", str(indicators.INDICATORS[code]), "number", cell=figure(code), group=str(label),
                                starts=code == codes[0]) for code in codes]
    return found
