"""`lianfang doctor`: says what is unsafe in this installation, and how to mend it; exit code 1 when anything is."""
from dataclasses import asdict

from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.doctor import findings


class Command(Base):
    """Look, change nothing."""

    right = "configure"
    writes = False
    help = _("体检：用大白话说出这套安装哪里不安全，怎么改")

    def arguments(self, parser):
        """Where backups lie."""
        parser.add_argument("--backups", action="append", default=[], metavar="DIR", help=_("备份放在哪里（可写多次），看里面有没有密钥"))

    def answer(self, options):
        """What was found."""
        found = findings(self.at, options["backups"])
        unsafe = [one for one in found if one.is_unsafe]
        for one in found:
            self.say(f"{_('不安全') if one.is_unsafe else _('请知道')}  {one.says}")
            self.say(_("        改法：{mend}").format(mend=one.mend))
        if not unsafe:
            self.say(_("没有发现不安全的地方"))
        self.exit_code = 1 if unsafe else 0
        return {"ok": not unsafe, "findings": [asdict(one) for one in found]}
