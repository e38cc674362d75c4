"""Whether an ending is what its certificate says: the hash, the journal under it, and anything that was left over."""
import re
from pathlib import Path

from django.conf import settings
from django.db.models import ForeignKey, UUIDField
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import floor
from lianfang.ground.indicators.suppress import is_safe
from lianfang.ground.journal import chain
from lianfang.ground.journal.models import Line, Seal
from lianfang.ground.keeping import replica
from lianfang.ground.retention.classes import kept_of
from lianfang.ground.retention.queries import left
from lianfang.ground.retention.whole import going, losing
from lianfang.ground.units.models import Unit
from lianfang.ground.units.renumber import narrow
from lianfang.ground.vault.ring import BOX, DATA, EMERGENCY, INDEX, key_file
from lianfang.ground.workflow.models import Turn

from .certificate import digest
from .queries import KEYS, staying, uploads

CODE = re.compile(r"[A-Za-z0-9_.:+/@,-]*")  # a number, an id, a day, a code, a path of places: no words
WHOLE = re.compile(r"(?<!\w)((\+|00)?86-?)?1[3-9]\d-?\d{4}-?\d{4}(?!\w)|(?<!\w)\d{17}[\dXx](?!\w)")  # somebody's phone or identity number
MADE = {"accounts.Session": "began_at"}  # where the class's moment is one to come
PUBLIC = ("ending.propose", "ending.agree", "ending.approve", "units.rename", "territory.import")  # documents, names of places


@everything()
def proof(ending) -> list[str]:
    """Everything that is wrong, a sentence each; nothing when the certificate holds."""
    checks = (_certificate, _rows, _places, _files, _keys, _doors, _words, _figures)
    return [fault for check in checks for fault in check(ending)]


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
        if number := rows.filter(**_before(model, ending)).count():
            yield _("{model} 还剩 {rows} 行").format(model=model._meta.label, rows=number)


def _before(model, ending) -> dict:
    """The rows that were there before it ended, by an id that tells its moment; else before it began: people sign in all the while."""
    ended = floor(int(ending.ended_at.timestamp() * 1000))
    for field in model._meta.concrete_fields:
        if isinstance(getattr(field, "target_field", field), UUIDField) and (field.primary_key or isinstance(field, ForeignKey)):
            return {f"{field.attname}__lt": ended}
    kept = kept_of(model)
    if kept and kept.record:
        return {f"{kept.record}__lt": ended}
    moment = MADE.get(model._meta.label) or (kept and kept.closed)
    return {f"{moment}__lt": ending.begun_at} if moment else {}


def _places(ending):
    """A note written since stands at a place, or in a building, that the journal has named since."""
    narrowest = Unit.objects.filter(level__in=narrow()).values("pk")
    since = set(map(str, Line.objects.filter(unit__in=narrowest, at__gt=ending.begun_at).values_list("unit", flat=True)))
    for model in losing(ending.begun_at):
        found = model._base_manager.filter(left(model))
        if any(field.name == "unit" for field in model._meta.concrete_fields):
            number = sum(since.isdisjoint(path.split("/")) for path in found.values_list("unit__path", flat=True))
        else:  # of no place, like what a meeting spoke of: a later one's is not meant
            number = found.filter(**_before(model, ending)).count()
        if number:
            yield _("{model} 还有 {rows} 行没有清空").format(model=model._meta.label, rows=number)


def _files(ending):
    if late := [path for path in uploads() if path.stat().st_mtime < ending.ended_at.timestamp()]:
        yield _("还剩 {files} 个文件").format(files=len(late))
    for folder in {settings.REPLICA, *replica.folders(), replica.beside()} - {None}:
        if any(path.stat().st_mtime < ending.begun_at.timestamp() for path in folder.rglob("*") if path.is_file()):
            yield _("连续复制的副本还在，请删除：{folder}").format(folder=folder)


def _keys(ending):
    says = {DATA: _("旧密钥还在：{keys}"), INDEX: _("号码索引的旧密钥还在：{keys}"), BOX: _("手机封存记录的旧密钥还在：{keys}"),
            EMERGENCY: _("应急的总密钥还在：{keys}")}
    for kind, noted in KEYS.items():
        if old := [str(number) for number in ending.gone.get(noted, []) if key_file(Path(settings.KEYS), number, kind).exists()]:
            yield says[kind].format(keys=", ".join(old))


def _doors(ending):
    doors = Unit.objects.filter(level__in=narrow()).values("pk")
    if number := Line.objects.filter(subject__isnull=False, unit__in=doors, at__lt=ending.begun_at).count():
        yield _("日志有 {lines} 条还能认出是哪一户").format(lines=number)


def _words(ending):
    told = Line.objects.filter(at__lt=ending.ended_at).exclude(verb__in=PUBLIC).exclude(data={}).values_list("data", flat=True)
    if number := sum(not is_wordless(found) for found in told.iterator(chunk_size=5000)):
        yield _("日志有 {lines} 条写着文字，可能是人名").format(lines=number)


def is_wordless(told) -> bool:
    """Whether what a line carries is counts, ids, days and codes only: no word, and no number that is somebody's."""
    if isinstance(told, dict):
        return all(map(is_wordless, (*told.keys(), *told.values())))
    if isinstance(told, list | tuple):
        return all(map(is_wordless, told))
    return WHOLE.search(str(told)) is None and (not isinstance(told, str) or CODE.fullmatch(told) is not None)


def _figures(ending):
    if not is_safe(ending.statistics.values_list("value", flat=True), ending.least):
        yield _("保留的统计表里有不足 {least} 人的格子").format(least=ending.least)
