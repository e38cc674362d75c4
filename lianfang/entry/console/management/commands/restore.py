"""`lianfang restore`: proves a backup, then puts it in place of an empty home; what is here already is set aside, and only when told."""
import time
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.entry.console import keeping
from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.ground.keeping import actions
from lianfang.ground.keeping.verify import verify


class Command(Base):
    """Put one back."""

    prepared = False
    help = _("从备份恢复到空的安装里（先停服务）；--over 才替换已有的，原来的移到旁边")

    def arguments(self, parser):
        """From where, and whether over what is here."""
        parser.add_argument("folder", metavar="DIR")
        parser.add_argument("--over", action="store_true", help=_("替换已有的数据；原来的移到 before-… 文件夹"))
        keeping.passphrase_arguments(parser)
        keeping.escrow_argument(parser)

    def answer(self, options):
        """Prove, swap, write it down."""
        begun, folder = time.monotonic(), Path(options["folder"]).expanduser().resolve()
        with keeping.plainly(), keeping.progress(self, _("恢复")) as tell:
            keys = keeping.keys_of(folder, options)
            proof = verify(folder, keeping.data_keys(keys), tell)
            if not proof.is_good:
                raise Refusal(_("备份不对，没有恢复：{fault}").format(fault=proof.faults[0]))
            aside = actions.restore(folder, keys=keys, over=options["over"], by=None, at=self.at)
        self.stand(options)
        actions.told_of(folder, by=self.account, at=self.at)
        seconds = round(time.monotonic() - begun, 1)
        self.say(_("已恢复：{rows}行，日志到第{position}条，用时{seconds}秒。所有人都要重新登录").format(
            rows=proof.rows, position=proof.lines, seconds=seconds))
        if aside:
            self.say(_("原来的移到了 {folder}，确认无误后请删掉").format(folder=aside))
        return {"rows": proof.rows, "position": proof.lines, "head": proof.head, "aside": aside and str(aside), "seconds": seconds}
