"""Whether an ending is what its certificate says: the hash, the journal under it, and anything that was left over."""
import re
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import ForeignKey, UUIDField
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import floor
from lianfang.ground.indicators.suppress import is_safe
from lianfang.ground.journal import chain
from lianfang.ground.journal.models import Line, Seal
from lianfang.ground.retention.classes import kept_of
from lianfang.ground.retention.whole import going
from lianfang.ground.units.models import Unit
from lianfang.ground.units.renumber import narrow
from lianfang.ground.workflow.models import Turn

from .certificate import digest
from .queries import staying, uploads

CODE = re.compile(r"[A-Za-z0-9_.:+/@,-]*")  # a number, an id, a day, a code, a path of places: no words
PUBLIC = ("ending.propose", "ending.agree", "ending.approve", "units.rename", "territory.import")  # documents, names of places


@everything()
def proof(ending) -> list[str]:
    """Everything that is wrong, a sentence each; nothing when the certificate holds."""
    return [*_certificate(ending), *_rows(ending), *_files(ending), *_doors(ending), *_words(ending), *_figures(ending)]


def _certificate(ending):
    if digest(ending) != ending.digest:
        yield _("证明的校验值对不上：内容被改动过")
    if not Line.objects.filter(verb="ending.finish", record=ending.pk, data__digest=ending.digest).exists():
        yield _("日志里没有这份证明")
    if bad := chain.first_bad():
        yield _("日志第{position}条不对：{reason}").format(position=bad.position, reason=bad.reason)
    elif Seal.objects.filter(position=ending.position).values_list("hash", flat=True).first() != ending.head:
        yield _("日志的链和证明上写的不是同一条")


def _rows(ending):
    for model in going(ending.begun_at):
        rows = model._base_manager.exclude(pk__in=staying()[Turn].values("pk")) if model is Turn else model._base_manager.all()
        if number := rows.filter(**_before(model, ending.ended_at)).count():
            yield _("{model} 还剩 {rows} 行").format(model=model._meta.label, rows=number)


def _before(model, at: datetime) -> dict:
    """The rows that were there before: by an id that tells its moment, else by the moment of its class."""
    for field in model._meta.concrete_fields:
        if isinstance(getattr(field, "target_field", field), UUIDField) and (field.primary_key or isinstance(field, ForeignKey)):
            return {f"{field.attname}__lt": floor(int(at.timestamp() * 1000))}
    kept = kept_of(model)
    if kept and kept.record:
        return {f"{kept.record}__lt": floor(int(at.timestamp() * 1000))}
    return {f"{kept.closed}__lt": at} if kept and kept.closed else {}


def _files(ending):
    late = [path for path in uploads() if path.stat().st_mtime < ending.ended_at.timestamp()]
    if late:
        yield _("还剩 {files} 个文件").format(files=len(late))
    if settings.REPLICA and any(path.stat().st_mtime < ending.ended_at.timestamp() for path in settings.REPLICA.rglob("*")):
        yield _("连续复制的副本还在，请删除：{folder}").format(folder=settings.REPLICA)
    if old := [number for number in ending.gone.get("keys", []) if (Path(settings.KEYS) / f"data-{number}.key").exists()]:
        yield _("旧密钥还在：{keys}").format(keys=", ".join(map(str, old)))


def _doors(ending):
    doors = Unit.objects.filter(level__in=narrow()).values("pk")
    if number := Line.objects.filter(subject__isnull=False, unit__in=doors, at__lt=ending.begun_at).count():
        yield _("日志有 {lines} 条还能认出是哪一户").format(lines=number)


def _words(ending):
    told = Line.objects.filter(at__lt=ending.ended_at).exclude(verb__in=PUBLIC).exclude(data={}).values_list("data", flat=True)
    if number := sum(not is_wordless(found) for found in told.iterator(chunk_size=5000)):
        yield _("日志有 {lines} 条写着文字，可能是人名").format(lines=number)


def is_wordless(told) -> bool:
    """Whether what a line carries is numbers, ids, days and codes only."""
    if isinstance(told, dict):
        return all(map(is_wordless, (*told.keys(), *told.values())))
    if isinstance(told, list | tuple):
        return all(map(is_wordless, told))
    return not isinstance(told, str) or CODE.fullmatch(told) is not None


def _figures(ending):
    if not is_safe(ending.statistics.values_list("value", flat=True), ending.least):
        yield _("保留的统计表里有不足 {least} 人的格子").format(least=ending.least)
