"""Inside the database: who signs in and how, backups, the journal's triggers, the clock, sessions, what the database promises the disk."""
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account, Session
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.clock import JOBS
from lianfang.ground.clock.models import Run
from lianfang.ground.journal import triggers
from lianfang.ground.journal.models import Line
from lianfang.ground.keeping.actions import BACK_UP, ESCROW
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.ring import emergency_keys

from .finding import Finding

BACKUP_EACH, LATE = timedelta(days=1), timedelta(minutes=15)
NEWEST = 1_000  # lines looked at for a moment that has not come yet
PROMISES = ("fsync", "synchronous_commit", "full_page_writes")


def demo(_at):
    """Accounts whose password stands on the first page."""
    found = Account.objects.filter(is_demo=True, is_active=True).exclude(password="!").order_by("login").values_list("login", flat=True)
    if found:
        yield Finding("demo", _("演练账号还能登录，密码人人知道：{logins}").format(logins=", ".join(found)),
                      _("真实的县要用新的空安装；演练账号在“账号”页停用"))


def second_factor(_at):
    """Whoever learns a password is in; a demo says so on every page."""
    if not settings.SECOND_FACTOR:
        yield Finding("second-factor", _("第二道验证关着：知道密码就能进，看得到群众信息的职责也一样"),
                      _("真实的县设 LIANFANG_SECOND_FACTOR=on，重新启动"), is_unsafe=not is_drill())


def backup(at):
    """The last copy."""
    if not Unit.objects.exists():
        return
    last = Line.objects.filter(verb=BACK_UP).order_by("-at").values_list("at", flat=True).first()
    if last is None or at - last > BACKUP_EACH:
        says = _("还没有备份过") if last is None else _("上一次备份是 {at}").format(at=f"{last:%Y-%m-%d %H:%M} UTC")
        yield Finding("backup", says, _("每天运行 lianfang backup 和 lianfang verify-backup，备份放到另一台机器或移动硬盘"))


def escrow(_at):
    """Backups that only this machine opens."""
    own = max(emergency_keys(Path(settings.KEYS)), default=0)
    if Line.objects.filter(verb=BACK_UP).exists() and not any(own in told["keys"] for told in _escrows()):
        yield Finding("escrow", _("恢复钥没有另存：这台机器坏了，备份谁也打不开"), "lianfang keys escrow /media/usb/escrow")


def _escrows():
    return Line.objects.filter(verb=ESCROW).values_list("data", flat=True)


def journal(_at):
    """Triggers that keep it append-only."""
    if gone := triggers.missing(connection):
        yield Finding("journal", _("日志的防改触发器不见了：{names}。有人动过数据库").format(names=", ".join(gone)),
                      _("运行 lianfang check-journal，查明是谁，从备份恢复"))


def set_back(at):
    """A machine whose clock is behind what is written already, or was before it for a while."""
    last = max(Line.objects.order_by("-id").values_list("at", flat=True)[:NEWEST], default=at)
    if last - at > LATE:
        yield Finding("time", _("这台机器的时钟不对：最近的记录写于{last}，时钟却说现在是{now}").format(
            last=f"{timezone.localtime(last):%Y-%m-%d %H:%M}", now=f"{timezone.localtime(at):%Y-%m-%d %H:%M}"),
                      _("先把机器的时钟对准（自动对时），再继续登记；编号和日志不会因此错乱，但记录上的时间会错"))


def clock(at):
    """Jobs that were due and did not run, or failed."""
    runs = Run.objects.in_bulk()
    begun = [job for name, job in sorted(JOBS.items()) if name in runs]
    late = [job.name for job in begun if (runs[job.name].finished_at is None and runs[job.name].due < at - LATE)
            or runs[job.name].due < job.last_due(at - LATE)]
    if Unit.objects.exists() and (not runs or late):
        yield Finding("clock", _("时钟没有走：到点的工作没有做（{jobs}）").format(jobs=", ".join(late) or "–"),
                      _("用 lianfang serve 启动（它带着时钟），或另外运行 lianfang clock"))
    for job in begun:
        if runs[job.name].fault:
            yield Finding("job", _("定时工作 {job} 出错：{fault}").format(job=job.name, fault=runs[job.name].fault.splitlines()[0]),
                          _("看服务器的输出；它会自己再试"))


def sessions(at):
    """Sessions that are over and still lie there."""
    if over := Session.objects.filter(expire_date__lt=at).count():
        yield Finding("sessions", _("有 {n} 个过期的登录记录没有清掉").format(n=over), "lianfang clearsessions", is_unsafe=False)


def promises(_at):
    """Whether what is acknowledged is on the disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous")
            off = [] if cursor.fetchone()[0] >= 2 else ["synchronous"]
        else:
            cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s) ORDER BY name", [[*PROMISES, "data_checksums"]])
            stands = dict(cursor.fetchall())
            off = [name for name in PROMISES if stands.get(name) == "off"]
            if stands.get("data_checksums") == "off":
                yield Finding("checksums", _("PostgreSQL 没有校验和：磁盘悄悄坏了也看不出来"), "pg_checksums --enable", is_unsafe=False)
    if off:
        yield Finding("durable", _("数据库没有保证写到磁盘（{names}）：停电会丢失已确认的记录").format(names=", ".join(off)),
                      _("在数据库设置里打开：{names}").format(names=", ".join(off)))


INSIDE = (demo, second_factor, backup, escrow, journal, set_back, clock, sessions, promises)
