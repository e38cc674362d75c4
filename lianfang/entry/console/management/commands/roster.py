"""`lianfang roster import FILE`: a spreadsheet comes in, row by row, and says what it came to."""
import io
import json
from argparse import SUPPRESS, ArgumentTypeError
from pathlib import Path

from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from lianfang.entry.console.command import Command as BaseCommand
from lianfang.entry.console.command import Refusal
from lianfang.entry.console.places import day_in
from lianfang.ground.days import day_of
from lianfang.ground.sheets import SheetError
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import unit_named
from lianfang.ground.workflow import Refused
from lianfang.response.screening import actions, queries

KINDS = ("returnees", "residents", "leads")
BASIS = "joint-control matching"


def columns(text):
    """name=姓名,phone=电话 or a JSON object or file: which column is which field."""
    if text.endswith(".json") and Path(text).is_file():
        text = Path(text).read_text(encoding="utf-8")
    try:
        return json.loads(text) if text.lstrip().startswith("{") else dict(pair.split("=", 1) for pair in text.split(","))
    except ValueError:
        raise ArgumentTypeError(_("列的对应要写成 name=姓名,phone=电话 这样，或一个 JSON 文件")) from None


class Command(BaseCommand):
    """Imports a roster."""

    help = _("导入名册")
    right = "enlist"

    def arguments(self, parser):
        """The verb and what it takes."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="import")
        taken = verbs.add_parser("import", help=_("导入一份名册（.xlsx、.xls、.csv）"))
        taken.add_argument("file", metavar="FILE", type=Path)
        taken.add_argument("--unit", metavar="U", help=_("官方代码或路径；默认全县"))
        taken.add_argument("--kind", choices=KINDS, required=True)
        taken.add_argument("--source", default="", metavar="S", help=_("名册来源，见规则表 sources；表里没有的来源不收"))
        taken.add_argument("--on", metavar="YYYY-MM-DD", help=_("判定之日，默认今天"))
        taken.add_argument("--sheet", default="", metavar="S", help=_("只读这一张表；默认全部"))
        taken.add_argument("--map", dest="mapping", type=columns, metavar="M", help=_("列的对应：name=姓名,phone=电话，或一个 JSON 文件"))
        taken.add_argument("--basis", default=BASIS, metavar="TEXT", help=_("居民底册的法律依据（默认 joint-control matching）"))
        taken.add_argument("--dry-run", action="store_true", help=_("只看结果，什么也不写"))
        taken.add_argument("--report", type=Path, metavar="OUT.xlsx", help=_("把没有收下的行写成更正表"))
        taken.add_argument("--json", action="store_true", default=SUPPRESS, help=_("标准输出只有 JSON"))
        taken.add_argument("--as", dest="login", default=SUPPRESS, metavar="LOGIN", help=_("以哪个账号的名义办，限于它的职责和辖区"))

    def answer(self, options):
        """Import, or only look; the answer names every row that was not taken."""
        given = self._given(options)
        try:
            found, report = self._look(given) if options["dry_run"] else self._bring_in(given)
        except (SheetError, Refused) as wrong:
            raise Refusal(str(wrong)) from None
        if options["report"] and report:
            self._write(options["report"], report)
        self._tell(found)
        return found

    def _given(self, options):
        try:
            content = options["file"].read_bytes()
        except OSError:
            raise Refusal(_("文件读不了：{path}").format(path=options["file"])) from None
        basis = options["basis"] if options["kind"] == "residents" else ""
        if basis:
            self.say(_("法律依据：{basis}").format(basis=basis))
        return {"content": content, "name": options["file"].name, "kind": options["kind"], "on": day_in(options["on"], day_of(self.at)),
                "source": options["source"],
                "by": self.account, "at": self.at, "sheet": options["sheet"], "mapping": options["mapping"], "basis": basis,
                "unit": self._unit(options["unit"])}

    def _unit(self, named):
        """The unit asked for, else the only county; None on an empty tree."""
        if named:
            if unit := unit_named(named):
                return self.covered(unit)
            raise Refusal(_("没有单位“{unit}”").format(unit=named))
        roots = list(Unit.objects.filter(parent=None).order_by("path"))
        if len(roots) > 1:
            told = _("、").join(f"{unit.name} {unit.code or unit.path}" for unit in roots)
            raise Refusal(_("这里有几个县，请用 --unit 说明是哪一个：{counties}").format(counties=told))
        return self.covered(roots[0]) if roots else None

    def _look(self, given):
        del given["basis"]
        report = io.BytesIO()
        return actions.rehearse(**given, layouts=actions.layouts(given["unit"]), report=report, hear=self._hear), report.getvalue()

    def _bring_in(self, given):
        with self._progress() as bar:
            task = bar.add_task(given["name"], total=None)
            roster = actions.bring_in(**given, hear=self._hear, tell=lambda done, total: bar.update(task, completed=done, total=total))
        if given["unit"] is None:
            self.stderr.write(_("区划还是空的：已建立县级单位“{unit}”").format(unit=roster.unit.name))
        if not roster.is_finished:
            raise Refusal(_("另一个进程正在导入这份名册，请稍后再看。"))
        if roster.state == "failed":
            raise Refusal(roster.fault)
        return queries.answer(roster), queries.correction(roster)

    def _hear(self, applied):
        says = _("表“{sheet}”照{where}{who}{at}确认过的列读；要改，用 --map 说明哪一列是什么")
        for sheet, layout in applied:
            self.say(says.format(sheet=sheet.name, where=layout.unit.name, who=layout.by.name, at=f" {day_of(layout.at)} "))

    def _progress(self):
        """A bar on stderr, when somebody looks."""
        console = Console(stderr=True)
        return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console,
                        transient=True, disable=not console.is_terminal)

    def _write(self, path, report):
        try:
            path.write_bytes(report)
        except OSError:
            raise Refusal(_("更正表写不了：{path}").format(path=path)) from None

    def _tell(self, found):
        self.say(_("共 {rows} 行：收下 {accepted}，未收 {rejected}；新增 {created}，已有 {merged}").format(**found))
        for fault in [] if self.json else found["faults"]:
            self.say(f"  {fault['sheet']} {fault['row']}  {fault['code']}  {fault['message']}")
