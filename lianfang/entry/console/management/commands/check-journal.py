"""`lianfang check-journal`: reads the whole journal; exit code 1 and the first bad line when something does not fit."""
from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as Base
from lianfang.ground.journal import chain


class Command(Base):
    """Verify the chain, the positions and the triggers."""

    right = "configure"
    help = _("核对日志：逐条验证哈希链、位置和触发器，指出第一条不对的")

    def answer(self, options):
        """What was read, and the first fault if there is one."""
        if not chain.first_bad():
            self._seal()
        bad = chain.first_bad()
        answer = {"ok": bad is None, "lines": chain.count(), "head": chain.head()}
        if bad is None:
            self.say(_("日志完好：{lines}条，链头{head}").format(lines=answer["lines"], head=answer["head"][:16]))
            return answer
        self.exit_code, self.writes = 1, False
        told = {"position": bad.position or "?", "line": bad.line or "?", "reason": bad.reason}
        self.say(_("日志不对：第{position}条，{line}：{reason}").format(**told))
        return answer | {"position": bad.position, "line": bad.line, "reason": bad.reason}
