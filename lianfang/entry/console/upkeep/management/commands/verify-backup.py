"""`lianfang verify-backup`: opens the copy and compares it with its manifest; exit code 1 when anything does not fit."""
import time
from dataclasses import asdict
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.entry.console import keeping
from lianfang.entry.console.command import Command as Base
from lianfang.ground.keeping.verify import verify


class Command(Base):
    """Compare files, rows, journal and a sample of what is sealed."""

    writes = prepared = False
    help = _("核对备份：打开副本，逐项对照文件、行数、日志链，并抽查加密内容")

    def arguments(self, parser):
        """Which one."""
        parser.add_argument("folder", metavar="DIR")
        keeping.passphrase_arguments(parser)
        keeping.escrow_argument(parser)

    def answer(self, options):
        """What was compared, and what is wrong."""
        begun, folder = time.monotonic(), Path(options["folder"]).expanduser().resolve()
        with keeping.plainly(), keeping.progress(self, _("核对备份")) as tell:
            keys = keeping.keys_of(folder, options)
            proof = verify(folder, keeping.data_keys(keys), tell)
        told = asdict(proof) | {"ok": proof.is_good, "seconds": round(time.monotonic() - begun, 1)}
        if not proof.is_good:
            self.exit_code = 1
            self.say(_("备份不对，不要依靠它："))
            for fault in proof.faults:
                self.say(f"  {fault}")
            return told
        self.say(_("备份完好：{tables}张表{rows}行，日志{lines}条，抽开{opened}件加密内容，用时{seconds}秒").format(**told))
        if not keys:
            self.say(_("加密内容是用本机的密钥打开的，备份里的密钥没有试过"))
        return told
