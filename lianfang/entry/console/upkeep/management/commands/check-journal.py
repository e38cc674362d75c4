"""`lianfang check-journal`: reads the whole journal, and holds the records to it; exit code 1 and what does not fit first."""
from django.utils.translation import gettext as _

from lianfang.entry.console.command import Command as Base
from lianfang.ground.journal import chain
from lianfang.ground.workflow.flows import FLOWS
from lianfang.ground.workflow.straying import all_strays


class Command(Base):
    """Verify the chain, the positions and the triggers, and that every record stands where its lines led it."""

    right = "configure"
    help = _("核对日志：逐条验证哈希链、位置和触发器，再拿每条记录与日志比对，指出不对的")

    def answer(self, options):
        """What was read, and the first fault if there is one."""
        if not chain.first_bad():
            self._seal()
        bad = chain.first_bad()
        answer = {"ok": bad is None, "lines": chain.count(), "head": chain.head()}
        if bad is None and (strays := all_strays()):
            return answer | self._strayed(strays)
        if bad is None:
            self.say(_("日志完好：{lines}条，链头{head}").format(lines=answer["lines"], head=answer["head"][:16]))
            return answer
        self.exit_code, self.writes = 1, False
        told = {"position": bad.position or "?", "line": bad.line or "?", "reason": bad.reason}
        self.say(_("日志不对：第{position}条，{line}：{reason}").format(**told))
        return answer | {"position": bad.position, "line": bad.line, "reason": bad.reason}

    def _strayed(self, strays):
        """Records that no action can have brought where they are."""
        self.exit_code, self.writes = 1, False
        for flow, ids in strays.items():
            told = {"flow": FLOWS[flow], "n": len(ids), "first": ids[0]}
            self.say(_("日志完好，但有记录被绕过系统改过：{flow} {n} 条，第一条 {first}").format(**told))
        return {"ok": False, "reason": "strays", "strays": {flow: [str(pk) for pk in ids] for flow, ids in strays.items()}}
