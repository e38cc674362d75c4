"""`lianfang statistics`: a day's measures by officer, reason, row and unit; or a month as it may be published."""
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.overview.analytics import papers, queries

from ...command import Command as Base
from ...command import Refusal
from ...places import day_in


class Command(Base):
    """Tell how many were put under which measure, by whom and why."""

    help = _("管控统计：一天的，按经办人、依据、规则的行、乡镇；或者一个月的公开统计。")
    writes = False
    right = "supervise"

    def arguments(self, parser):
        """Which day, or which month for everybody."""
        parser.add_argument("--on", metavar="DAY", help=_("哪一天，如 2020-03-18；默认今天"))
        parser.add_argument("--month", metavar="MONTH", help=_("公开的月统计，如 2020-03：没有个人和经办人，小格子不公布"))
        parser.add_argument("--out", type=Path, metavar="FILE", help=_("月统计写成 .csv 或 .docx 文件"))

    def answer(self, options):
        """The day's tallies, or the month."""
        if options["month"]:
            return self._month(self._day(f"{options['month']}-01", options["month"]), options["out"])
        on = self._day(options["on"], options["on"])
        found = queries.tallies(on)
        for way, lines in found["by"].items() if not self.json else ():
            self.say(way)
            for label, n, people in lines:
                self.say(f"  {n:>5}  {people:>5}  {label}")
        by = {way: [{"label": label, "acts": n, "people": people} for label, n, people in lines] for way, lines in found["by"].items()}
        return {"on": on.isoformat(), "acts": len(found["acts"]), "people": found["people"], **by}

    def _month(self, first, out):
        found = queries.published(first, self.at)
        if out:
            forms = {".csv": papers.as_csv, ".docx": papers.as_docx}
            if out.suffix not in forms:
                raise Refusal(_("文件名要以 .csv 或 .docx 结尾：{path}").format(path=out))
            try:
                out.write_bytes(forms[out.suffix](found))
            except OSError:
                raise Refusal(_("文件写不了：{path}").format(path=out)) from None
        if not self.json:
            self.say(papers.as_csv(found).decode("utf-8-sig"))
        parts = [{"by": str(heading), "measures": grid["measures"], "lines": [{"label": line, "people": numbers} for line, numbers in grid[
            "lines"]]} for heading, grid in found["parts"]]
        return {"month": f"{first:%Y-%m}", "least": found["least"], "parts": parts}

    def _day(self, text, said):
        found = day_in(text, day_of(self.at))
        if not queries.FIRST <= found <= day_of(self.at):
            raise Refusal(_("只有 {first} 到今天的统计：{text}").format(first=queries.FIRST, text=said))
        return found
