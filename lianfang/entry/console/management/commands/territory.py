"""`lianfang territory import|count`: official editions of divisions, and how many units they make."""
from argparse import SUPPRESS

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from lianfang.entry.console.command import Command as BaseCommand
from lianfang.entry.console.command import Refusal
from lianfang.entry.console.places import day_in
from lianfang.ground.days import today
from lianfang.ground.units.fields import TOP
from lianfang.ground.units.models import Unit
from lianfang.registers.territory import actions, divisions, queries

WORDS = {"added": _("新增"), "gone": pgettext_lazy("change", "撤销"), "renamed": pgettext_lazy("change", "改名"),
         "moved": pgettext_lazy("change", "迁移")}
LEVELS = {"township": pgettext_lazy("count", "乡镇"), "village": pgettext_lazy("count", "村")}


class Command(BaseCommand):
    """Takes over an edition, or counts."""

    help = _("导入官方区划版本；按级别数单位")

    def needs(self, options):
        """To change the tree is more than to count it."""
        return "configure" if options["verb"] == "import" else "look"

    def arguments(self, parser):
        """The two verbs."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="import|count")
        taken = verbs.add_parser("import", help=_("导入一版区划（areas_*、streets_*、villages_*）"))
        taken.add_argument("folder", metavar="DIR")
        taken.add_argument("--edition", required=True, metavar="YYYY-MM")
        taken.add_argument("--dry-run", action="store_true", help=_("只看会改什么，不动数据"))
        counted = verbs.add_parser("count", help=_("某一天各县有多少乡镇、村"))
        counted.add_argument("--on", metavar="YYYY-MM-DD")
        for verb in (taken, counted):
            verb.add_argument("--json", action="store_true", default=SUPPRESS, help=_("标准输出只有 JSON"))
            verb.add_argument("--as", dest="login", default=SUPPRESS, metavar="LOGIN", help=_("以哪个账号的名义办，限于它的职责和辖区"))

    def answer(self, options):
        """Do it and say what came of it."""
        return self.imported(options) if options["verb"] == "import" else self.counted(day_in(options["on"], today()))

    def imported(self, options):
        """The change set, applied or only shown."""
        try:
            edition = options["edition"]
            divisions.first_day(edition)
            rows = divisions.read(divisions.found_in(options["folder"], edition))
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
