"""`lianfang decide`: what a table says to facts on a day; with --again, whom a change of its rows changes."""
import json
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.accounts.scope import held
from lianfang.ground.days import day_of, today
from lianfang.ground.decisions.words import speech, wording
from lianfang.ground.units.fields import TOP
from lianfang.ground.units.queries import unit_named

from ... import again
from ...command import Command as Base
from ...command import Refusal
from ...places import day_in, table_named


class Command(Base):
    """Ask a table."""

    help = _("问一张规则表：给出事实和日期，答出措施、天数、检测日、第几行和依据。")
    writes = False
    right = "look"

    def arguments(self, parser):
        """Table, facts, day, place."""
        parser.add_argument("table", nargs="?", help=_("表名，见 --list"))
        parser.add_argument("--facts", metavar="F.json", help=_("事实，一个 JSON 对象；- 为标准输入"))
        parser.add_argument("--on", metavar="DATE", help=_("判定日，如 2020-03-10；默认今天"))
        parser.add_argument("--unit", metavar="CODE", help=_("单位的区划代码或路径；默认本县"))
        parser.add_argument("--list", action="store_true", dest="all", help=_("列出所有规则表"))
        parser.add_argument("--help-facts", action="store_true", help=_("列出这张表要哪些事实、怎么写"))
        parser.add_argument("--again", action="store_true", help=_("列出换版以后要变的人，和换版重判那一页一样；姓名遮蔽"))
        parser.add_argument("--apply", action="store_true", help=_("和 --again 一起：以 --as 的账号核定或放行，两个人都办了就执行"))
        parser.add_argument("--switch", metavar="ID", default="", help=_("名单的编号，见 --again"))

    def needs(self, options):
        """Of what carries people over, one of the two rights its page asks for."""
        if not options["apply"]:
            return self.right
        holds = {right for one in held(self.account, day_of(self.at)) for right in one.rights}
        return "approve" if "approve" in holds else "supervise"

    def answer(self, options):
        """The ruling, the list of tables, or the facts a table asks for."""
        if options["all"]:
            return self._tables()
        if options["again"] or options["apply"]:
            return self._again(options)
        name = table_named(options["table"] or "")
        if options["help_facts"]:
            return self._facts(name)
        if options["facts"] is None:
            raise Refusal(_("请用 --facts 给出事实文件；--help-facts 看要哪些"))
        on = day_in(options["on"], today())
        return self._ruling(name, facts_in(options["facts"], name), on, self._place(options["unit"]))

    def _again(self, options):
        """Whom a change of rows changes, or the next step of one of these lists."""
        name = table_named(options["table"]) if options["table"] else ""
        if not options["apply"]:
            return again.told(self, name)
        if not options["again"]:
            raise Refusal(_("--apply 要和 --again 一起用"))
        self.writes = True
        return again.applied(self, name, options["switch"].strip())

    def _tables(self):
        tables = [{"table": name, "title": decisions.shipped(name).title, "rows": len(decisions.table(name).rows)}
                  for name in decisions.names()]
        if self.json:
            return {"tables": tables}
        for found in tables:
            rows = _("{n} 行").format(n=found["rows"])
            self.say(f"{found['table']:<14} {found['title']}  {rows}")

    def _facts(self, name):
        labels, table = decisions.shipped(name).labels, decisions.table(name)
        facts = [{"name": fact, "type": kind.text, "label": labels.of(fact), "note": labels.note(fact)}
                 for fact, kind in table.facts.items()]
        if self.json:
            return {"table": name, "facts": facts}
        for fact in facts:
            self.say(f"{fact['name']:<14} {fact['type']:<60} {fact['label']}  {fact['note']}")

    def _place(self, code):
        """The path of a unit by code or path; the county without one."""
        if not code:
            return TOP
        if unit := unit_named(code):
            return self.covered(unit).path
        raise Refusal(_("没有代码或路径为“{code}”的单位").format(code=code))

    def _ruling(self, name, facts, on, path):
        ruling = decisions.decide(name, facts, unit=path, on=on)
        labels = decisions.shipped(name).labels
        said = wording.doubts(ruling, labels)
        if self.json:
            return as_json(ruling, said, on)
        for label, words in speech.values(labels, ruling.result):
            self.say(f"{label}{_('：')}{words}")
        if ruling.row:
            self.say(_("依据：{because}（{version} 版第 {row} 行）").format(because=ruling.because, version=ruling.version, row=ruling.row))
        if said:
            self.say(_("人工复核：{reasons}").format(reasons=_("；").join(said)))


def as_json(ruling, reasons, on) -> dict:
    """A ruling with everything it rests on."""
    facts, result = ruling.as_stored()
    return {"table": ruling.table, "version": ruling.version, "row": ruling.row, **result, "document": ruling.document,
            "clause": ruling.clause, "because": ruling.because, "facts": facts, "manual_review": ruling.manual_review,
            "missing": ruling.missing, "malformed": ruling.malformed, "reasons": reasons, "on": on.isoformat()}


def facts_in(source, name) -> dict:
    """The facts of a JSON file, days read from their text; whatever else is malformed goes on as it is, to be refused by the table."""
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8-sig")
        found = json.loads(text)
    except (OSError, UnicodeDecodeError):
        raise Refusal(_("读不了文件“{source}”").format(source=source)) from None
    except (ValueError, RecursionError):
        raise Refusal(_("“{source}”不是 JSON").format(source=source)) from None
    if not isinstance(found, dict):
        raise Refusal(_("事实要写成一个 JSON 对象：名称和值。"))
    table = decisions.table(name)
    if unknown := [fact for fact in found if fact not in table.facts]:
        says = _("没有这样的事实：{unknown}；这张表要的是：{known}")
        raise Refusal(says.format(unknown=_("、").join(unknown), known=_("、").join(table.facts)))
    return table.from_json(found)
