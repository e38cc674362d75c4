"""`lianfang end-emergency`: preview, propose, approve, revoke, carry out, and verify what an ending left."""
from django.utils.translation import gettext as _

from lianfang.entry.console import keeping
from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.ground.days import SHANGHAI
from lianfang.ground.units.queries import root
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.overview.ending import actions, queries
from lianfang.overview.ending.proof import proof

STEPS = ("preview", "propose", "approve", "revoke", "carry-out", "verify")


class Command(Base):
    """One step of an ending; who decides is named with --as."""

    right = "end"
    help = _(
        "结束应急：preview 看删什么、留什么；propose 提议，approve 批准（两个单位各一人），冷静期内可 revoke；carry-out 执行，verify 核对"
    )

    def arguments(self, parser):
        """Which step, and on the strength of what."""
        parser.add_argument("step", choices=STEPS)
        parser.add_argument("--basis", default="", metavar="TEXT", help=_("宣布应急结束的文件名和文号（propose 用）"))

    def answer(self, options):
        """Take the step."""
        try:
            return getattr(self, "_" + options["step"].replace("-", "_"))(options)
        except Refused as refused:
            raise Refusal(str(refused)) from None

    def _preview(self, _options):
        found = queries.preview(self.at)
        self.say(_("要删除 {rows} 行、{files} 个文件；{loses} 行去掉备注").format(
            rows=found.whole, files=found.files, loses=sum(found.loses.values())))
        for label, number in found.goes.items():
            self.say(f"  {label}  {number}")
        self.say(_("保留统计表 {tables} 张，其中 {cells} 个不足人数的格子不留；公报照原样保留").format(
            tables=len(found.cells), cells=found.left_out))
        return {**found.kept(), "rows": found.whole}

    def _propose(self, options):
        county = root()
        if county is None:
            raise Refusal(_("这个安装还没有县"))
        return self._told(actions.propose(unit=county, basis=options["basis"], by=self.account, at=self.at))

    def _approve(self, _options):
        ending = self._open()
        step = actions.agree if ending.state == "proposed" else actions.approve
        step(ending=ending, by=self.account, at=self.at)
        return self._told(ending)

    def _revoke(self, _options):
        ending = self._open()
        actions.revoke(ending=ending, by=self.account, at=self.at)
        return self._told(ending)

    def _carry_out(self, _options):
        ending = self._open()
        if ending.state != "carrying":
            actions.carry_out(ending=ending, by=self.account, at=self.at)
        with keeping.progress(self, _("删除")) as tell:
            parts = queries.PARTS

            def told(part, done, whole):
                tell(parts.index(part) + (done / whole if whole else 0), len(parts))

            if not actions.go_on(ending=ending, by=self.account, at=self.at, tell=told):
                raise Refusal(_("已经有人在执行"))
        return self._told(ending)

    def _verify(self, _options):
        ending = queries.endings().filter(state="ended").first()
        if ending is None:
            raise Refusal(_("还没有结束过应急"))
        found = proof(ending)
        for fault in found:
            self.say(fault)
        if found:
            self.exit_code = 1
        else:
            self.say(_("证明的校验值相符，没有发现剩下的个人信息：{digest}").format(digest=ending.digest))
        return {"ok": not found, "faults": found, "digest": ending.digest, "gone": ending.gone}

    def _open(self):
        ending = queries.open_ending()
        if ending is None:
            raise Refusal(_("没有在办的应急结束"))
        return ending

    def _told(self, ending):
        self.say(_("现在是：{state}").format(state=FLOWS["ending"].states[ending.state]))
        if ending.state == "cooling":
            self.say(_("冷静期到 {until:%Y-%m-%d %H:%M}，此前可以撤回").format(until=ending.cooling_until.astimezone(SHANGHAI)))
        if ending.digest:
            self.say(_("证明的校验值：{digest}").format(digest=ending.digest))
        return {"id": str(ending.pk), "state": ending.state, "digest": ending.digest, "gone": ending.gone,
                "cooling_until": ending.cooling_until and ending.cooling_until.isoformat()}
