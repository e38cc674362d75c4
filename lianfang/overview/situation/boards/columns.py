"""The columns of the board: one for each figure, each cell a door to its records."""

from urllib.parse import quote

from django.urls import reverse
from django.utils.html import conditional_escape as esc
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.days import day_of
from lianfang.ground.indicators import link
from lianfang.ground.ui import tables
from lianfang.ground.ui.parts import bar, num, shown, tag
from lianfang.response.isolation import queries as isolation

TONES = {
    "symptoms_today": "bad",
    "unmanaged": "bad",
    "release_late": "bad",
    "am_missed": "bad",
    "pm_missed": "bad",
    "alarms_open": "bad",
    "am_lacking": "warn",
    "pm_lacking": "warn",
    "release_open": "bad",
    "nodes_lacking": "warn",
    "gate_held": "warn",
    "gate_unwatched": "bad",
    "test_overdue": "bad",
    "hospital_late": "bad",
    "hospital_problems": "warn",
    "contacts_lost": "bad",
    "cases_sourceless": "warn",
}
HALVES = {"am": gettext_lazy("晨检"), "pm": gettext_lazy("晚检")}


def tone(code) -> str:
    """How a figure that is not 0 looks: bad, warn, or plain."""
    return "bad" if code.startswith("overdue") else TONES.get(code, "")


def rate(done, due) -> str:
    """A rate with one decimal, never rounded up to full; a dash of none."""
    if not due:
        return "—"
    found = min(round(100 * done / due, 1), 99.9 if done < due else 100.0)
    return f"{found:.1f}"


class Columns:
    """Cells for the lines of one board."""

    def __init__(self, found, is_live):
        self.at, self.own, self.zones = found.at, found.unit, found.zones
        self.most = max((line["managed"] for line in found.lines), default=0)
        self.has_rate = any(line.population for line in found.lines)
        self.opens_at = {half: isolation.check_hours(day_of(found.at), half)[0] for half in HALVES}
        self.query = "" if is_live else f"?at={quote(found.at.isoformat(), safe=':')}"

    def all(self):
        """The columns in their order, grouped."""
        number, managed, among, today = self._number, _("在管（人）"), _("其中"), _("今日")
        checks, overdue, gaps = _("健康检查（%）"), _("逾期待办（件）"), _("缺口")
        return [
            tables.Column("name", gettext_lazy("单位"), "unit", cell=self._name, text=self.name_of, width=24),
            tables.Column("figures.managed", gettext_lazy("合计"), "number", cell=self._managed, group=managed, starts=True),
            number("monitoring", gettext_lazy("居家监测"), managed),
            number("home", gettext_lazy("居家隔离"), managed),
            number("central", gettext_lazy("集中隔离"), managed),
            number("referred", gettext_lazy("转诊"), managed),
            *([tables.Column("rate", gettext_lazy("每万人"), "number", cell=self._rate, group=managed)] if self.has_rate else []),
            number("isolated_abroad", gettext_lazy("境外"), among, True),
            number("symptoms_today", gettext_lazy("症状"), among),
            number("new_today", gettext_lazy("新增"), today, True),
            tables.Column(
                "figures.released_today", gettext_lazy("解除/应"), "number", cell=self._released, text=self._released_text, group=today
            ),
            self._check("am", checks, True),
            self._check("pm", checks),
            number("overdue_grid", gettext_lazy("网格"), overdue, True),
            number("overdue_village", gettext_lazy("村"), overdue),
            number("overdue_township", gettext_lazy("乡"), overdue),
            number("overdue_county", gettext_lazy("县"), overdue),
            number("unmanaged", gettext_lazy("未管"), gaps, True),
            number("nodes_lacking", gettext_lazy("无责任人"), gaps),
        ]

    def _number(self, code, label, group, starts=False):
        return tables.Column(f"figures.{code}", label, "number", cell=lambda line: self.opens(line, code), group=group, starts=starts)

    def _check(self, half, group, starts=False):
        return tables.Column(
            f"figures.{half}_done",
            HALVES[half],
            "rate",
            sort=f"figures.{half}_lacking",
            group=group,
            starts=starts,
            cell=lambda line: self._checked(line, half),
            text=lambda line: f"{line[f'{half}_done']}/{line[f'{half}_due']}",
        )

    def opens(self, line, code):
        """A figure that opens; on the line of no unit below it opens what hangs on the board's own."""
        return num(line[code], self._link(code, line), tone(code))

    def _link(self, code, line):
        return link(code, line.unit or self.own, self.at, own=line.unit is None)

    def name_of(self, line) -> str:
        """The line's name: a unit's, or what stands at the board's own unit."""
        return _("{name}合计").format(name=line.name) if line.unit == self.own else line.name or _("未落到下级")

    def _name(self, line):
        if line.unit is None or line.unit == self.own:
            return self.name_of(line)
        address = reverse("situation:board", args=[line.unit.pk])
        return mark_safe(f'<a href="{address}{esc(self.query)}">{esc(line.name)}</a>{self._zones(line.unit)}')

    def _zones(self, unit):
        """A level the unit itself bears, and how many places inside it bear which; the county's own stands above the table."""
        held = self.zones[unit.pk]
        own = [tag(held.word, held.tone)] if held.level and held.level.unit_id == unit.pk else []
        return "".join(f" {one}" for one in [*own, *(tag(f"{word} {many}", tone) for word, tone, many in held.parts)])

    def _managed(self, line):
        small = bar(line["managed"], self.most, label=_("占最多单位的份额")) if line.unit != self.own else ""
        return mark_safe(f"{small} {self.opens(line, 'managed')}")

    def _rate(self, line):
        return "—" if line.rate is None else f"{line.rate:.1f}"

    def _released(self, line):
        return mark_safe(f'{self.opens(line, "released_today")}<span class="quiet">/{shown(line["release_due"])}</span>')

    def _released_text(self, line):
        return f"{line['released_today']}/{line['release_due']}"

    def _checked(self, line, half):
        """Bar, rate, and one word: 齐, 漏 n (past its time) or 差 n (not yet)."""
        done, due = line[f"{half}_done"], line[f"{half}_due"]
        if not due:
            return mark_safe('<span class="quiet">—</span>')
        missed, lacking = line[f"{half}_missed"], line[f"{half}_lacking"]
        if lacking == due and self.at < self.opens_at[half]:
            return mark_safe(f'<span class="quiet">{esc(_("未开始"))}</span> {num(lacking, self._link(f"{half}_lacking", line))}')
        look = "bad" if missed else "warn" if lacking else "good"
        word = _("漏{n}").format(n=missed) if missed else _("差{n}").format(n=lacking) if lacking else _("齐")
        where = esc(self._link(f"{half}_missed" if missed else f"{half}_lacking", line))
        left = f'<a class="num {look}" href="{where}">{esc(word)}</a>' if lacking else f'<b class="{look}">{esc(word)}</b>'
        return mark_safe(f"{bar(done, due, look)} {num(rate(done, due), self._link(f'{half}_done', line))} {left}")
