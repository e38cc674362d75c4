"""Around the database: settings, who can reach the server, keys and backups on the disk, room on it."""
import shutil
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.utils.translation import gettext as _

from lianfang.ground.keeping.manifest import NAME
from lianfang.ground.vault.ring import DATA, INDEX, read_keys

from .finding import Finding

LOCAL = {"127.0.0.1", "localhost", "[::1]", "testserver"}
FREE_SHARE, FREE_BYTES = 0.1, 1 << 30  # what must be free of the disk


def debug(_backups):
    """Error pages that show everything."""
    if settings.DEBUG:
        yield Finding("debug", _("调试模式开着：出错的页面会把内部数据给任何人看"), _("去掉 LIANFANG_DEBUG，重新启动"))


def hosts(_backups):
    """Names the server answers to."""
    if wide := [host for host in settings.ALLOWED_HOSTS if host.startswith(("*", "."))]:
        yield Finding("hosts", _("服务器对任何域名都应答（{hosts}）").format(hosts=", ".join(wide)),
                      _("在 LIANFANG_HOSTS 里只写本县用的域名或地址，用逗号隔开"))


def tls(_backups):
    """Passwords on the wire in clear."""
    if settings.BEHIND_TLS:
        return
    if abroad := [host for host in settings.ALLOWED_HOSTS if host not in LOCAL]:
        yield Finding("tls", _("别的机器用明文访问（{hosts}）：同一网络里的人能看到密码和名单").format(hosts=", ".join(abroad)),
                      _("前面放一台带证书的代理（nginx 或 caddy），再设 LIANFANG_TLS=1"))
    else:
        yield Finding("tls", _("没有加密连接，只有本机能用"), _("给别的机器用之前，先放带证书的代理并设 LIANFANG_TLS=1"), is_unsafe=False)


def key_files(_backups):
    """Keys that others on the machine can read."""
    folder = Path(settings.KEYS)
    if open_ones := [path.name for path in [folder, *folder.glob("*.key")] if path.stat().st_mode & 0o077]:
        yield Finding("key-files", _("本机的其他用户能读密钥：{names}").format(names=", ".join(sorted(open_ones))),
                      _("chmod 700 {folder}，chmod 600 {folder}/*.key").format(folder=folder))


def rotations(_backups):
    """Older keys that a rotation has not destroyed yet."""
    for kind, command in ((DATA, "lianfang keys rotate"), (INDEX, "lianfang keys rotate --index")):
        if len(held := read_keys(Path(settings.KEYS), kind)) > 1:
            yield Finding("rotation", _("换密钥还没有做完：旧的 {numbers} 还在").format(numbers=", ".join(map(str, sorted(held)[:-1]))),
                          _("运行 {command}，直到它说旧密钥已销毁").format(command=command), is_unsafe=False)


def database_file(_backups):
    """A database that others on the machine can read."""
    path = Path(settings.HOME)
    if path.stat().st_mode & 0o007:
        yield Finding("home", _("本机的其他用户能进入数据文件夹：{folder}").format(folder=path), f"chmod 750 {path}", is_unsafe=False)


def keys_in_backups(backups):
    """Keys in clear beside what they open."""
    for root in [Path(settings.HOME), *map(Path, backups)]:
        for manifest in root.rglob(NAME):
            if any(manifest.parent.rglob("*.key")):
                says = _("备份文件夹里有没封好的密钥：{folder}。谁拿到它，谁就能打开全部内容")
                yield Finding("keys-in-backup", says.format(folder=manifest.parent),
                              _("把密钥移走；以后用 lianfang backup 备份，密钥由口令封好"))


def set_aside(_backups):
    """What a restore left."""
    for folder in Path(settings.HOME).glob("before-*"):
        yield Finding("set-aside", _("恢复时移开的旧数据还在：{folder}").format(folder=folder), _("确认无误后删掉它"), is_unsafe=False)


def disk(_backups):
    """Room for what is to come."""
    found = shutil.disk_usage(settings.HOME)
    if found.free < max(found.total * FREE_SHARE, FREE_BYTES):
        yield Finding("disk", _("磁盘快满了：只剩 {free} MB").format(free=found.free >> 20), _("腾出空间，或把数据文件夹移到大一些的磁盘"))


def deploy(_backups):
    """What Django's own check finds, when the server stands behind TLS."""
    if settings.BEHIND_TLS:
        found_ones = checks.run_checks(tags=[checks.Tags.security], include_deployment_checks=True)
        for found in (one for one in found_ones if not one.is_silenced()):
            yield Finding("deploy", f"{found.id}: {found.msg}", found.hint or "https://docs.djangoproject.com/en/5.2/ref/checks/#security")


AROUND = (debug, hosts, tls, key_files, rotations, database_file, keys_in_backups, set_aside, disk, deploy)
