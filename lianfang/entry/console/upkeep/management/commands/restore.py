"""`lianfang restore`: proves a backup, then puts it in place of an empty home; what is here already is set aside, and only when told."""
import tempfile
import time
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.entry.console import keeping
from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.entry.console.places import moment_in
from lianfang.ground.keeping import actions, manifest, replica
from lianfang.ground.keeping.verify import continued, verify


class Command(Base):
    """Put one back."""

    prepared = False
    help = _("从备份恢复到空的安装里（先停服务）；--over 才替换已有的，原来的移到旁边")

    def arguments(self, parser):
        """From where, whether over what is here, and PostgreSQL's way back by its log."""
        parser.add_argument("folder", metavar="DIR")
        parser.add_argument("--over", action="store_true", help=_("替换已有的数据；原来的移到 before-… 文件夹"))
        parser.add_argument("--cluster", metavar="NEW", help=_("整机备份：放进这个新文件夹，由 PostgreSQL 从那里启动"))
        parser.add_argument("--wal", metavar="ARCHIVE", help=_("整机备份：归档日志所在的文件夹"))
        parser.add_argument("--until", metavar="MOMENT", help=_("整机备份：只恢复到这个时点（不写就是最后一刻）"))
        parser.add_argument("--finish", action="store_true", help=_("整机备份：PostgreSQL 启动后，核对并收尾"))
        keeping.passphrase_arguments(parser)
        keeping.escrow_argument(parser)

    def answer(self, options):
        """Prove, swap, write it down."""
        self.begun, folder = time.monotonic(), Path(options["folder"]).expanduser().resolve()
        if not replica.is_replica(folder):
            return self._from(folder, options)
        with tempfile.TemporaryDirectory(dir=settings.HOME, prefix="before-") as made:
            with keeping.plainly():
                replica.gather(folder, Path(made) / "copy", at=self.at)
            return self._from(Path(made) / "copy", options)

    def _from(self, folder, options):
        with keeping.plainly():
            is_cluster = manifest.read(folder).get("is_cluster", False)
            if is_cluster and options["finish"]:
                return self._finish(folder, options)
            if is_cluster and not (options["cluster"] and options["wal"]):
                raise Refusal(_("这是整机备份：请写 --cluster 新文件夹 和 --wal 归档文件夹；PostgreSQL 启动后再运行一次，加 --finish"))
            with keeping.progress(self, _("恢复")) as tell:
                keys = keeping.keys_of(folder, options)
                proof = verify(folder, keeping.data_keys(keys), tell)
                if not proof.is_good:
                    raise Refusal(_("备份不对，没有恢复：{fault}").format(fault=proof.faults[0]))
                if is_cluster:
                    return self._lay(folder, keys, options)
                aside = actions.restore(folder, keys=keys, over=options["over"], by=None, at=self.at)
        self.stand(options)
        actions.told_of(folder, by=self.account, at=self.at)
        return self._told(proof, aside, _("已恢复：{rows}行，日志到第{position}条，用时{seconds}秒。所有人都要重新登录"))

    def _lay(self, folder, keys, options):
        self.writes = False  # there is no database yet
        target, log = (Path(options[one]).expanduser().resolve() for one in ("cluster", "wal"))
        until = moment_in(options["until"], self.at) if options["until"] else None
        aside = actions.lay_cluster(folder, target, log=log, until=until, keys=keys, at=self.at)
        says = _("已放好：{folder}。把它交给运行 PostgreSQL 的用户（chown -R），从这里启动 PostgreSQL（pg_ctl -D {folder} start），"
                 "它会自己重放归档日志；DATABASE_URL 指向它，再运行 lianfang restore {backup} --finish")
        self.say(says.format(folder=target, backup=folder))
        return {"cluster": str(target), "aside": aside and str(aside), "seconds": round(time.monotonic() - self.begun, 1)}

    def _finish(self, folder, options):
        proof = continued(folder, keeping.data_keys({}))
        if not proof.is_good:
            raise Refusal(_("恢复出来的不对：{fault}").format(fault=proof.faults[0]))
        self.stand(options)
        actions.told_of(folder, by=self.account, at=self.at)
        told = self._told(proof, None, _("已恢复：{rows}行，日志到第{position}条，用时{seconds}秒。所有人都要重新登录"))
        return told | {"since": proof.lines - manifest.read(folder)["journal"]["position"], "opened": proof.opened}

    def _told(self, proof, aside, says):
        seconds = round(time.monotonic() - self.begun, 1)
        self.say(says.format(rows=proof.rows, position=proof.lines, seconds=seconds))
        if aside:
            self.say(_("原来的移到了 {folder}，确认无误后请删掉").format(folder=aside))
        return {"rows": proof.rows, "position": proof.lines, "head": proof.head, "aside": aside and str(aside), "seconds": seconds}
