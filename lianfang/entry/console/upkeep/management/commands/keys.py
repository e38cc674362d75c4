"""`lianfang keys`: a new key of the data or of the index of numbers while the server runs, sealing again, the recovery key kept apart."""
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.entry.console import keeping
from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.ground.keeping.actions import escrow
from lianfang.ground.keeping.reindex import reindex
from lianfang.ground.keeping.rotate import SETTLED, rotate


class Command(Base):
    """Rotate or finish a rotation, seal again, or keep the recovery key apart."""

    help = _("密钥：rotate 换一把新的（加 --index 换号码索引的），reseal 只重封，escrow 另存恢复钥；服务不用停，断了再运行一次就接着做")

    def arguments(self, parser):
        """What to do."""
        parser.add_argument("step", choices=["rotate", "reseal", "escrow"],
                            help=_("rotate 换钥并重封；reseal 只把旧的重封（换了算法之后）；escrow 把恢复钥另存一份"))
        parser.add_argument("file", nargs="?", metavar="FILE", help=_("escrow：恢复钥存到这个新文件，和备份分开保管"))
        parser.add_argument("--index", action="store_true", help=_("rotate：换的是号码索引的密钥；每个号码重新索引一遍，服务不用停"))
        keeping.passphrase_arguments(parser)

    def answer(self, options):
        """Do it, and say what is left to do."""
        if options["step"] == "escrow":
            return self._escrow(options)
        if options["index"]:
            return self._reindex(options)
        with keeping.progress(self, _("重新封存")) as tell:
            found = rotate(make=options["step"] == "rotate", by=self.account, at=self.at, tell=tell)
        self.say(_("第 {key} 号密钥在用（{cipher}）；重封了{values}项内容、{files}个文件").format(
            key=found.key, cipher=settings.SEAL_WITH, values=found.values, files=found.files))
        if found.destroyed:
            self.say(_("已销毁旧密钥：{keys}。不带密钥的旧备份从此打不开").format(keys=", ".join(map(str, found.destroyed))))
        if found.waiting:
            self.say(_("旧密钥 {keys} 还留着：请过 {minutes} 分钟再运行一次 lianfang keys rotate，确认没有人用它再销毁").format(
                keys=", ".join(map(str, found.waiting)), minutes=SETTLED // 60))
        return asdict(found) | {"cipher": settings.SEAL_WITH}

    def _reindex(self, options):
        if options["step"] != "rotate":
            raise Refusal(_("--index 只和 rotate 一起用"))
        with keeping.progress(self, _("重新索引")) as tell:
            found = reindex(by=self.account, at=self.at, tell=tell)
        self.say(_("第 {key} 号索引密钥在用；重新索引了{numbers}个号码").format(key=found.key, numbers=found.numbers))
        if found.twice:
            self.say(_("有 {n} 个号码在换钥期间登记了两遍：请在“人员”里合并，再运行一次").format(n=found.twice))
        if found.destroyed:
            self.say(_("已销毁旧的索引密钥：{keys}").format(keys=", ".join(map(str, found.destroyed))))
        if found.waiting:
            self.say(_("旧的索引密钥 {keys} 还留着：请过 {minutes} 分钟再运行一次 lianfang keys rotate --index").format(
                keys=", ".join(map(str, found.waiting)), minutes=SETTLED // 60))
        return asdict(found)

    def _escrow(self, options):
        phrase = keeping.passphrase(options, again=True)
        if not options["file"] or len(phrase) < keeping.SHORTEST:
            says = _("请写恢复钥存到哪个文件，并给出至少 {least} 个字符的口令（环境变量 {name} 或 --passphrase-file）")
            raise Refusal(says.format(least=keeping.SHORTEST, name=keeping.VARIABLE))
        path = Path(options["file"]).expanduser().resolve()
        try:
            escrow(path, passphrase=phrase, by=self.account, at=self.at)
        except OSError as fault:
            raise Refusal(_("文件没有写成：{fault}").format(fault=fault.strerror or type(fault).__name__)) from None
        self.say(_("恢复钥已存到 {file}：请移到U盘或另一台机器，不要和备份放在一起；应急结束时要当面销毁").format(file=path))
        return {"file": str(path)}
