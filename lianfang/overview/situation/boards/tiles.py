"""The four tiles above the table: who is managed, today, health checks, what is overdue; wholes written as sums of their parts."""

from datetime import timedelta

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground import indicators
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.indicators import link
from lianfang.ground.ui.parts import lasting
from lianfang.response.isolation import queries as isolation

from ..queries import LEVELS, MEASURES, oldest_by_level
from .columns import rate, tone

OPENED = ("ever", "ended", "isolated", "isolated_abroad", "unmanaged", "release_open", "overdue", "nodes_lacking")
GATES = ("gate_vehicles_today", "gate_turned_people", "gate_transferred", "gate_held", "gate_unwatched")
WARDS = ("hospital_in_time", "hospital_late", "hospital_problems")
TESTS = ("must_test", "tested_in_time", "test_overdue")
AT_LEVEL = {
    "grid": gettext_lazy("网格"),
    "village": gettext_lazy("村（社区）"),
    "township": gettext_lazy("乡镇（街道）"),
    "county": gettext_lazy("县"),
}


class Tiles:
    """What the tiles of one board show."""

    def __init__(self, found, days, rights=frozenset()):
        self.board, self.total, self.days, self.rights = found, found.total, days, rights
        self.oldest = {level: lasting((found.at - at) / timedelta(hours=1)) for level, at in oldest_by_level(found.late).items()}

    def part(self, code, label="", note="", **more):
        """A large figure that opens."""
        return {
            "value": self.total[code],
            "url": link(code, self.board.unit, self.board.at),
            "label": label or str(indicators.INDICATORS[code]),
            "note": note,
            "tone": tone(code),
            **more,
        }

    @cached_property
    def links(self):
        """The records behind each figure, by code."""
        return {code: link(code, self.board.unit, self.board.at) for code in OPENED}

    @cached_property
    def managed(self):
        """在管 = 监测 + 居家 + 集中 + 转诊."""
        whole = self.total["managed"]
        shares = [self.part(code, note=f"{100 * self.total[code] / whole:.1f}%" if whole else "") for code in MEASURES]
        return [self.part("managed", note=self._since_midnight()), *shares]

    def _since_midnight(self):
        if len(self.days) < 2:
            return ""
        change = self.total["managed"] - self.days[-2].managed
        return _("比昨日 24 时 {change}").format(change=f"+{change}" if change > 0 else f"−{-change}" if change else _("持平"))

    @cached_property
    def today(self):
        """Symptoms, new, released."""
        yesterday = self.days[-2].new if len(self.days) > 1 else 0
        late = _("应解除 {n}").format(n=self.total["release_due"])
        alarms = _("告警未处置 {n}").format(n=self.total["alarms_open"])
        return [
            self.part("symptoms_today", note=alarms),
            self.part("new_today", note=_("昨日 {n}").format(n=yesterday)),
            self.part("released_today", note=late),
        ]

    @cached_property
    def checks(self):
        """Morning and evening: rate, counts, what is missing."""
        return [self._half("am", _("晨检完成率")), self._half("pm", _("晚检完成率"))]

    def _half(self, half, label):
        done, due = self.total[f"{half}_done"], self.total[f"{half}_due"]
        missed, lacking = self.total[f"{half}_missed"], self.total[f"{half}_lacking"]
        where = self.board.unit, self.board.at
        code = f"{half}_missed" if missed else f"{half}_lacking"
        opens = isolation.check_hours(day_of(self.board.at), half)[0]
        if due and lacking == due and self.board.at < opens:
            return {
                "label": label,
                "rate": _("未开始"),
                "url": link(f"{half}_due", *where),
                "done": 0,
                "due": due,
                "tone": "quiet",
                "word": _("{time} 开始").format(time=f"{opens.astimezone(SHANGHAI):%H:%M}"),
                "opens": "",
            }
        word = _("漏 {n}").format(n=missed) if missed else _("差 {n}").format(n=lacking) if lacking else _("齐") if due else ""
        return {
            "label": label,
            "rate": f"{found}%" if (found := rate(done, due)) != "—" else found,
            "url": link(f"{half}_done", *where),
            "done": done,
            "due": due,
            "word": word,
            "tone": "bad" if missed else "warn" if lacking else "good",
            "opens": link(code, *where) if lacking else "",
        }

    @cached_property
    def lowest(self):
        """The unit that lacks the largest share of the checks now running, with its rate."""
        half = "pm" if self.total["pm_done"] else "am"
        behind = [line for line in self.board.lines if line.unit and line[f"{half}_lacking"]]
        if not behind:
            return None
        line = min(behind, key=lambda line: line[f"{half}_done"] / line[f"{half}_due"])
        label = _("晨检最低") if half == "am" else _("晚检最低")
        return {
            "label": label,
            "name": line.name,
            "rate": rate(line[f"{half}_done"], line[f"{half}_due"]),
            "url": link(f"{half}_lacking", line.unit, self.board.at),
        }

    @cached_property
    def gates(self):
        """What passes the gates today, who was turned back or taken along, who waits there, which post stands empty."""
        return [self.part(code) for code in GATES]

    @cached_property
    def tests(self):
        """Who must be tested, who was in time, who is overdue; nothing where nobody must be."""
        return [self.part(code) for code in TESTS] if self.total["must_test"] else []

    @cached_property
    def wards(self):
        """Infection control in hospitals; nothing where none has told anything or owes anything."""
        return [self.part(code) for code in WARDS] if any(self.total[code] for code in WARDS) else []

    @cached_property
    def outbreak(self):
        """Cases, how long since the last, and how well their contacts are found and followed; whoever investigates opens them."""
        if not (self.total["cases"] or self.total["contacts"] or self.total["new_indexes"]):
            return []
        last = self.total["days_since_case"]
        since = "" if last is None else _("最近一例 {n} 天前").format(n=last) if last else _("今天有新病例")
        shown = [self.part("cases", note=since), self.part("cases_sourceless"), self._share("new_indexes_known", "new_indexes"),
                 self._share("contacts_in_time", "contacts"), self._share("contacts_seen_today", "contacts_watched"),
                 self._share("contacts_seen_daily", "contacts_watched"), self.part("contacts_lost")]
        return shown if "investigate" in self.rights else [one | {"url": ""} for one in shown]

    def _share(self, code, of):
        whole = self.total[of]
        return self.part(code, note=f"{rate(self.total[code], whole)}% · {indicators.INDICATORS[of]} {whole}" if whole else "")

    @cached_property
    def overdue(self):
        """By level, the oldest of each."""
        return [
            self.part(f"overdue_{level}", AT_LEVEL[level], self.oldest.get(level) and _("最久 {time}").format(time=self.oldest[level]))
            for level in LEVELS
            if self.total[f"overdue_{level}"] or level != "grid"
        ]

    @cached_property
    def most_overdue(self):
        """The two places with most."""
        return self._places("overdue")

    @cached_property
    def release_open(self):
        """The places with most releases still open."""
        return self._places("release_open")

    def _places(self, code):
        found = sorted((line for line in self.board.lines if line.unit and line[code]), key=lambda line: -line[code])[:2]
        return [{"name": line.name, "value": line[code], "url": link(code, line.unit, self.board.at)} for line in found]
