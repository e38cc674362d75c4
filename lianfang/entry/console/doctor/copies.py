"""What would be lost with this machine: the archive of PostgreSQL's log and its base backups, SQLite's replica on another disk."""
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from lianfang.ground.journal.models import Line
from lianfang.ground.keeping import replica
from lianfang.ground.keeping.actions import BACK_UP

from .finding import Finding

BASE_EACH, BEHIND, SEGMENT_EACH = timedelta(days=8), 60, 300  # a week and a day; seconds; seconds


def replicated(_at):
    """SQLite followed to another disk."""
    if connection.vendor != "sqlite":
        return
    if settings.REPLICA is None:
        yield Finding("replica", _("没有连续备份：磁盘坏了，上一次备份之后写的都会丢"),
                      _("设 LIANFANG_REPLICA=另一块盘上的文件夹，重新启动 lianfang serve（见 docs/backup.md）"), is_unsafe=False)
        return
    try:
        replica.ready(settings.REPLICA)
    except replica.NoLitestream:
        yield Finding("replica", _("设了连续备份，但没有装 litestream"), "pip install 'lianfang[continuous]'")
        return
    except replica.OfAnother as other:
        yield Finding("replica", _("连续备份的文件夹是另一套安装的，或恢复之前的：{folder}").format(folder=other),
                      _("LIANFANG_REPLICA 换一个新文件夹"))
        return
    behind = replica.behind(settings.REPLICA)
    if behind is None or behind > BEHIND:
        yield Finding("replica", _("连续备份没有跟上：{folder}").format(folder=settings.REPLICA),
                      _("看 lianfang serve 在不在运行、那块盘是否接着、有没有满"))
    elif settings.REPLICA.stat().st_dev == Path(settings.HOME).stat().st_dev:
        yield Finding("replica-here", _("连续备份和数据在同一块盘上：盘坏了两份一起丢"), _("LIANFANG_REPLICA 指到另一块盘"),
                      is_unsafe=False)
    if not (settings.REPLICA / replica.manifest.KEYS).exists():
        yield Finding("replica-keys", _("连续备份里没有密钥：只有它，打不开加密内容"),
                      _("给 lianfang serve 设 LIANFANG_BACKUP_PASSPHRASE，或把 keys 文件夹另存好"), is_unsafe=False)


def archived(at):
    """PostgreSQL's log, taken away segment by segment, and the base backup it continues."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name IN ('archive_mode', 'archive_command', 'archive_library', "
                       "'archive_timeout', 'wal_level')")
        stands = dict(cursor.fetchall())
        cursor.execute("SELECT failed_count > 0 AND last_failed_time > COALESCE(last_archived_time, '-infinity'), last_failed_wal "
                       "FROM pg_stat_archiver")
        fails, segment = cursor.fetchone()
    where = stands["archive_command"] not in ("", "(disabled)") or stands["archive_library"]
    if stands["archive_mode"] == "off" or stands["wal_level"] == "minimal" or not where:
        yield Finding("archive", _("PostgreSQL 的日志没有归档：磁盘坏了，上一次备份之后写的都会丢"),
                      _("设 archive_mode=on、archive_command、archive_timeout=60（见 docs/backup.md），重启 PostgreSQL"), is_unsafe=False)
        return
    if fails:
        yield Finding("archive", _("PostgreSQL 归档失败，停在 {segment}：日志会一直堆到磁盘满").format(segment=segment),
                      _("看 PostgreSQL 的日志，修好 archive_command 写的那块盘"))
    if not 0 < int(stands["archive_timeout"]) <= SEGMENT_EACH:
        yield Finding("archive-timeout", _("archive_timeout 没有设或太长：夜里没人写时，最后一段日志很久才归档"), "archive_timeout = 60",
                      is_unsafe=False)
    last = Line.objects.filter(verb=BACK_UP, data__is_cluster=True).order_by("-at").values_list("at", flat=True).first()
    if last is None or at - last > BASE_EACH:
        yield Finding("base-backup", _("日志在归档，但近一周没有整机备份：没有它，归档的日志恢复不出来"), "lianfang backup --cluster DIR")


COPIES = (replicated, archived)
