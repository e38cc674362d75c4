"""`lianfang cases import-linelist FILE`, `import-links FILE`: cases of another system come in, and who infected whom."""
from argparse import SUPPRESS
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as BaseCommand
from lianfang.entry.console.command import Refusal
from lianfang.ground.sheets import SheetError
from lianfang.ground.sheets.headings import mapping_of
from lianfang.ground.units.queries import root, unit_named
from lianfang.ground.workflow import Refused
from lianfang.response.cases import actions
from lianfang.response.cases.linelists import CALLS, LINK_CALLED


class Command(BaseCommand):
    """Line lists and lists of links."""

    help = _("导入病例名单，或谁传给谁的名单")
    right = "investigate"

    def arguments(self, parser):
        """The verbs and what each takes."""
        verbs = parser.add_subparsers(dest="verb", required=True)
        cases = verbs.add_parser("import-linelist", help=_("导入一份病例名单（.xlsx、.xls、.csv）：本县、SORMAS、Go.Data 的列都认得"))
        cases.add_argument("--over", action="store_true", help=_("疫情已经结束：没写转归的按治愈结案，不产生待办"))
        links = verbs.add_parser("import-links", help=_("导入谁传给谁（.xlsx、.xls、.csv）：传染源编号、病例编号、日期、方式"))
        mappings = (cases, _("列的对应：id=编号,onset_on=发病日期")), (links, _("列的对应：source=传染源编号,case=病例编号"))
        for verb, mapping in mappings:
            verb.add_argument("file", metavar="FILE", type=Path)
            verb.add_argument("--disease", required=True, metavar="D", help=_("病种代号，见疾病档案"))
            verb.add_argument("--unit", metavar="U", help=_("官方代码或路径；默认全县"))
            verb.add_argument("--mapping", default="", metavar="M", help=mapping)
            verb.add_argument("--json", action="store_true", default=SUPPRESS, help=_("标准输出只有 JSON"))
            verb.add_argument("--as", dest="login", default=SUPPRESS, metavar="LOGIN", help=_("以哪个账号的名义办，限于它的职责和辖区"))

    def answer(self, options):
        """Import; the answer names every row that was not taken."""
        unit = unit_named(options["unit"]) if options["unit"] else root()
        if unit is None:
            raise Refusal(_("没有单位“{unit}”").format(unit=options["unit"] or ""))
        given = {"name": options["file"].name, "disease": options["disease"], "unit": self.covered(unit), "by": self.account, "at": self.at}
        try:
            given["content"] = options["file"].read_bytes()
            if options["verb"] == "import-links":
                made = actions.import_links(mapping=mapping_of(options["mapping"], LINK_CALLED), **given)
            else:
                made = actions.import_linelist(mapping=mapping_of(options["mapping"], CALLS), is_over=options["over"], **given)
        except OSError:
            raise Refusal(_("文件读不了：{path}").format(path=options["file"])) from None
        except (SheetError, Refused) as wrong:
            raise Refusal(str(wrong)) from None
        answer = {"rows": made.rows, "taken": made.taken, "known": made.known, "rejected": len(made.faults)}
        self.say(_("共 {rows} 行：收下 {taken}，以前已有 {known}，未收 {rejected}").format(**answer))
        for number, sentence in made.faults:
            self.say(_("  第 {n} 行　{sentence}").format(n=number, sentence=sentence))
        return answer | {"faults": made.faults}
