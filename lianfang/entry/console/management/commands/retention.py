"""`lianfang retention`: what is due by its class, and the sweep that the clock starts every night."""
from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.ground.decisions import shipped
from lianfang.ground.retention import queries
from lianfang.ground.retention.actions import sweep


class Command(Base):
    """Sweep, or only say what is due."""

    help = _("个人信息保存期：sweep 把到期的删除或去标识，断了再运行就接着做；--dry-run 只看有多少到期")

    def arguments(self, parser):
        """What to do, and of which class."""
        parser.add_argument("step", choices=["sweep"], help=_("清理到期的记录"))
        parser.add_argument("--dry-run", action="store_true", help=_("只数，不动"))
        parser.add_argument("--class", dest="code", default="", metavar="CLASS", help=_("只做一类，如 health"))

    def answer(self, options):
        """Counts by class and model."""
        code, words = options["code"], shipped("retention").labels
        if code and code not in queries.codes():
            raise Refusal(_("没有“{code}”这一类；有：{codes}").format(code=code, codes=", ".join(queries.codes())))
        if options["dry_run"]:
            found = {each.rule.code: each.rows for each in queries.due(self.at, code) if each.rows}
        else:
            found = sweep(by=self.account, at=self.at, code=code)
        says = _("{label}：到期 {rows} 条") if options["dry_run"] else _("{label}：清理了 {rows} 条")
        for each, rows in found.items():
            self.say(says.format(label=words.of(each), rows=sum(rows.values())))
        if not found:
            self.say(_("没有到期的记录"))
        return {"dry_run": options["dry_run"], "classes": found}
