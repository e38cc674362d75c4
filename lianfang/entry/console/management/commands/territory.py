"""`lianfang territory import|count|outlines`: official editions of divisions, how many units they make, and their borders."""
from argparse import SUPPRESS
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from lianfang.entry.console.command import Command as BaseCommand
from lianfang.entry.console.command import Refusal
from lianfang.entry.console.places import day_in
from lianfang.ground.days import today
from lianfang.ground.units.fields import TOP
from lianfang.ground.units.models import Unit
from lianfang.registers.territory import actions, divisions, queries
from lianfang.registers.territory.outlines import OutlineFault, borders_of

WORDS = {"added": _("新增"), "gone": pgettext_lazy("change", "撤销"), "renamed": pgettext_lazy("change", "改名"),
         "moved": pgettext_lazy("change", "迁移")}
TOLD = 10  # features at fault, in one answer
LEVELS = {"township": pgettext_lazy("count", "乡镇"), "village": pgettext_lazy("count", "村")}


class Command(BaseCommand):
    """Takes over an edition, or counts."""

    help = _("导入官方区划版本、单位边界；按级别数单位")

    def needs(self, options):
        """To change the tree is more than to count it."""
        return {"import": "configure", "outlines": "manage"}.get(options["verb"], "look")

    def arguments(self, parser):
        """The two verbs."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="import|count|outlines")
        taken = verbs.add_parser("import", help=_("导入一版区划（areas_*、streets_*、villages_*）"))
        taken.add_argument("folder", metavar="DIR")
        taken.add_argument("--edition", required=True, metavar="YYYY-MM")
        taken.add_argument("--county", metavar="CODE", help=_("文件里有好几个县的，只导入这一个（六位代码）"))
        taken.add_argument("--dry-run", action="store_true", help=_("只看会改什么，不动数据"))
        counted = verbs.add_parser("count", help=_("某一天各县有多少乡镇、村"))
        counted.add_argument("--on", metavar="YYYY-MM-DD")
        drawn = verbs.add_parser("outlines", help=_("导入乡镇、村的边界（GeoJSON，WGS-84）"))
        drawn.add_argument("file", metavar="FILE", type=Path)
        drawn.add_argument("--source", required=True, metavar="TEXT", help=_("边界从哪里来"))
        drawn.add_argument("--dry-run", action="store_true", help=_("只看会改什么，不动数据"))
        for verb in (taken, counted, drawn):
            verb.add_argument("--json", action="store_true", default=SUPPRESS, help=_("标准输出只有 JSON"))
            verb.add_argument("--as", dest="login", default=SUPPRESS, metavar="LOGIN", help=_("以哪个账号的名义办，限于它的职责和辖区"))

    def answer(self, options):
        """Do it and say what came of it."""
        if options["verb"] == "outlines":
            return self.drawn(options)
        return self.imported(options) if options["verb"] == "import" else self.counted(day_in(options["on"], today()))

    def drawn(self, options):
        """The borders of a file, taken over where no feature is at fault."""
        county = Unit.objects.filter(parent=None, path__under=self.reach).first()
        if county is None:
            raise Refusal(_("只有管全县的账号能导入边界。"))
        try:
            borders = borders_of(options["file"].read_bytes())
        except OSError:
            raise Refusal(_("文件读不了：{path}").format(path=options["file"])) from None
        except OutlineFault as fault:
            raise Refusal(str(fault)) from None
        said = {"unit": county, "borders": borders, "source": options["source"], "by": self.account, "at": self.at}
        found = actions.set_outlines(**said, dry_run=True)
        if found.faults:
            raise Refusal(" ".join(_("第 {row} 个图形（{name}）：{why}").format(row=one.row, name=one.text, why=one.message)
                                   for one in found.faults[:TOLD]))
        if not options["dry_run"]:
            actions.set_outlines(**said)
        self.say(_("{n} 个单位的边界").format(n=len(found.outlines)))
        return {"outlines": len(found.outlines)}

    def imported(self, options):
        """The change set, applied or only shown."""
        try:
            edition = options["edition"]
            divisions.first_day(edition)
            rows = divisions.read(divisions.found_in(options["folder"], edition))
            rows = divisions.of_county(rows, options["county"]) if options["county"] else rows
            self._all_covered(rows)
            found = actions.take_over(edition=edition, rows=rows, by=self.account, at=self.at, dry_run=options["dry_run"])
        except divisions.DivisionFault as fault:
            raise Refusal(str(fault)) from None
        answer = found.shown()
        for county, kinds in answer["counties"].items():
            told = (f"{WORDS[kind]} {n['township']}+{n['village']}" for kind, n in kinds.items())
            self.say(_("{county}  {told}（乡镇+村）").format(county=county, told="  ".join(told)))
        return answer

    def _all_covered(self, rows):
        """Every county of an edition is one the account configures; a new one, only by who configures all."""
        standing = {unit.code: unit for unit in Unit.objects.filter(parent=None)}
        for row in rows if TOP not in self.reach else ():
            if row.level == "county" and row.code not in standing:
                raise Refusal(_("文件里有不归您管的县：{names}。").format(names=row.name))
            if row.level == "county":
                self.covered(standing[row.code])

    def counted(self, on):
        """Townships and villages a county."""
        answer = queries.count(on)
        for county, levels in answer.items():
            self.say(f"{county}  " + "  ".join(f"{level} {n}" for level, n in levels.items()))
        return answer
