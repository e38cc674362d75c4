"""`lianfang backup`: one folder with database, uploads and sealed keys, taken while the server runs; whole or not there."""
import signal
import time
from pathlib import Path
from threading import Event

from django.db import connection
from django.utils.translation import gettext as _

from lianfang.entry.console import keeping
from lianfang.entry.console.command import Command as Base
from lianfang.entry.console.command import Refusal
from lianfang.entry.console.together import tie
from lianfang.ground.keeping.actions import back_up
from lianfang.ground.keeping.replica import follow


class Command(Base):
    """Take one."""

    help = _("备份到一个新文件夹：数据库、上传文件，以及用口令封好的密钥；服务不用停")

    def arguments(self, parser):
        """Where to, and what of the keys."""
        parser.add_argument("folder", metavar="DIR")
        parser.add_argument("--without-keys", action="store_true", help=_("不带密钥（密钥另存他处；丢了密钥，备份就打不开）"))
        parser.add_argument("--cluster", action="store_true",
                            help=_("PostgreSQL 整机备份（pg_basebackup）：配合归档日志，可恢复到最后一刻"))
        parser.add_argument("--continuous", action="store_true",
                            help=_("SQLite：不停地跟着写到这个文件夹（serve 按 LIANFANG_REPLICA 自动带上）"))
        keeping.passphrase_arguments(parser)

    def answer(self, options):
        """Copy, and say what was copied."""
        begun, folder = time.monotonic(), Path(options["folder"]).expanduser().resolve()
        if options["cluster"] and connection.vendor != "postgresql":
            raise Refusal(_("--cluster 只用于 PostgreSQL；SQLite 用普通备份，或设 LIANFANG_REPLICA 连续备份"))
        phrase = None if options["without_keys"] else keeping.passphrase(options, again=True)
        if options["continuous"]:
            return self._follow(folder, phrase or "")
        if phrase is not None and len(phrase) < keeping.SHORTEST:
            says = _("密钥要用至少 {least} 个字符的口令封好：用环境变量 {name} 或 --passphrase-file 给出，或用 --without-keys 不带密钥")
            raise Refusal(says.format(least=keeping.SHORTEST, name=keeping.VARIABLE))
        with keeping.plainly(), keeping.progress(self, _("备份")) as tell:
            told = back_up(folder, passphrase=phrase, by=self.account, at=self.at, is_cluster=options["cluster"], tell=tell)
        seconds = round(time.monotonic() - begun, 1)
        rows = sum(told["rows"].values())
        self.say(_("已备份到 {folder}：{rows}行，日志到第{position}条，用时{seconds}秒").format(
            folder=folder, rows=rows, position=told["journal"]["position"], seconds=seconds))
        self.say(_("请核对一遍：lianfang verify-backup {folder}").format(folder=folder))
        if phrase is None:
            self.say(_("备份里没有密钥：请把 {home}/keys 另外存好").format(home="LIANFANG_HOME"))
        return {"folder": str(folder), "rows": rows, "tables": len(told["rows"]), "journal": told["journal"], "files": len(told["files"]),
                "keys": told["keys"], "at": told["at"], "seconds": seconds}

    def _follow(self, folder, phrase):
        """Until told to stop; nothing is written in the journal, since nothing is finished."""
        if connection.vendor != "sqlite":
            raise Refusal(_("--continuous 只用于 SQLite；PostgreSQL 用 --cluster 和归档日志"))
        self.writes = False
        if len(phrase) < keeping.SHORTEST:
            phrase = ""
            self.say(_("连续备份里没有密钥（没给口令）：请把 {home}/keys 另外存好").format(home="LIANFANG_HOME"))
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_signal: stop.set())
        with keeping.plainly():
            follow(folder, passphrase=phrase, stop=stop.is_set, tie=tie, at=self.at)
