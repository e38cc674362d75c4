"""`lianfang tables`: the rule tables and a county's own versions of them, drafted, checked, handed on, approved and returned."""
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.days import SHANGHAI
from lianfang.ground.decisions import actions, current, queries
from lianfang.ground.decisions.drafting.book import as_book, from_book
from lianfang.ground.decisions.drafting.comparing import changes
from lianfang.ground.decisions.drafting.mending import sentence
from lianfang.ground.decisions.models import TableVersion
from lianfang.ground.sheets import SheetError
from lianfang.ground.workflow import Refused

from ...command import Command as Base
from ...command import Refusal
from ...places import moment_in, table_named, unit_in

STEPS = {"submit": actions.submit_version, "withdraw": actions.withdraw_version, "approve": actions.approve_version,
         "reject": actions.reject_version, "keep": actions.keep_version, "return": actions.return_version}
WITH_WORDS = ("reject", "return")
RIGHTS = {"draft": "draft", "hand-in": "draft", "submit": "draft", "withdraw": "draft", "approve": "approve", "reject": "approve",
          "keep": "approve", "return": "approve"}


class Command(Base):
    """Read tables, and do what a version's page does."""

    help = _("规则表：看、起草新版、检查、提请、批准、退回；批准要由另一个单位的人（--as）。")

    def arguments(self, parser):
        """The verb and what it takes."""
        parser.add_argument("verb", choices=["list", "show", "check", "export", *RIGHTS])
        parser.add_argument("version", nargs="?", default="", metavar="TABLE[/N]", help=_("表名，或者它的第 N 版，如 measure/3"))
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE.xlsx", help=_("hand-in 读、export 写的文件"))
        parser.add_argument("--unit", metavar="CODE", help=_("起草：适用辖区，默认本县"))
        parser.add_argument("--from", dest="from_at", metavar="MOMENT", help=_("起草：生效时间，如 2020-03-18T14:00；默认一批准就生效"))
        parser.add_argument("--overlay", action="store_true", help=_("起草：从空白写起，只写本地不同的几行"))
        parser.add_argument("--says", default="", metavar="TEXT", help=_("为什么不批准、为什么退回"))

    def needs(self, options):
        """Reading needs what looking needs."""
        return RIGHTS.get(options["verb"], "look")

    def answer(self, options):
        """What was asked, or what was done."""
        verb = options["verb"]
        if verb == "list":
            return self._list()
        try:
            if verb == "draft":
                return self._told(self._draft(options))
            if verb in ("show", "export") and "/" not in options["version"]:
                return self._table(options)
            return self._version(verb, options)
        except (Refused, SheetError) as refused:
            raise Refusal(str(refused)) from None

    def _list(self):
        waiting, found = queries.drafts(), []
        for name in decisions.names():
            found.append({"table": name, "title": decisions.shipped(name).title, "rows": len(decisions.table(name).rows),
                          "waiting": waiting.get(name, 0)})
            if not self.json:
                self.say("{table:<16} {rows:>4}  {waiting:>2}  {title}".format(**found[-1]))
        return {"tables": found}

    def _table(self, options):
        name = table_named(options["version"])
        shipped = decisions.shipped(name)
        if options["verb"] == "export":
            return self._write(options["file"], shipped.text, shipped.examples)
        found = [{"version": one.mark, "from": one.from_on.isoformat(), "rows": one.rows, "state": one.state}
                 for one in queries.editions(name, self.at.astimezone(SHANGHAI).date())]
        for one in found if not self.json else ():
            self.say("{version:<12} {from:<12} {rows:>4}  {state}".format(**one))
        return {"table": name, "title": shipped.title, "versions": found}

    def _draft(self, options):
        from_at = moment_in(options["from_at"], self.at, may_come=True) if options["from_at"] else None
        return actions.draft_version(table=table_named(options["version"]), area=self.covered(unit_in(options["unit"])), by=self.account,
                                     at=self.at, from_at=from_at, is_overlay=options["overlay"])

    def _version(self, verb, options):
        version = self._found(options["version"])
        if verb == "export":
            return self._write(options["file"], version.text, version.examples)
        if verb == "hand-in":
            text, examples = from_book(_bytes(options["file"]), options["file"].name)
            version = actions.edit_version(version=version, by=self.account, at=self.at, text=text, examples=examples)
        elif verb in STEPS:
            more = {"says": options["says"]} if verb in WITH_WORDS else {}
            STEPS[verb](version=version, by=self.account, at=self.at, **more)
            version.refresh_from_db()
        return self._told(version)

    def _told(self, version):
        """A version: where it stands, what is wrong with it, what it changes, whom it would touch."""
        own, again = current.as_drafted(version), decisions.shipped(version.table).again
        faults = [sentence(fault, own) for fault in actions.faults_of(version)]
        told = {"table": version.table, "number": version.number, "state": version.state,
                "from": version.from_at and version.from_at.isoformat(), "faults": faults,
                "changed_examples": 0 if faults else len(changes(version)),
                "touched": len(again.touched(version)) if again and not faults else 0}
        if not self.json:
            self.say(f"{version.table}/{version.number}  {queries.state_of(version)}")
            for fault in faults:
                self.say(f"  {fault}")
            self.say(_("结论会变的示例 {n} 个，会动到 {people} 人").format(n=told["changed_examples"], people=told["touched"]))
        self.exit_code = 1 if faults else 0
        return told

    def _found(self, said):
        name, _slash, number = said.partition("/")
        number = number if number.isdecimal() and len(number) < 10 else 0
        found = TableVersion.objects.filter(table=table_named(name), number=number).select_related("area").first()
        if found is None:
            raise Refusal(_("没有这一版：{version}。写成 表名/第几版，如 measure/3").format(version=said))
        self.covered(found.area)
        return found

    def _write(self, path, text, examples):
        if path is None:
            raise Refusal(_("请写明文件名，如 measure.xlsx"))
        try:
            path.write_bytes(as_book(text, examples))
        except OSError:
            raise Refusal(_("文件写不了：{path}").format(path=path)) from None
        return {"file": str(path)}


def _bytes(path):
    try:
        return path.read_bytes()
    except (OSError, AttributeError):
        raise Refusal(_("文件读不了：{path}").format(path=path)) from None
