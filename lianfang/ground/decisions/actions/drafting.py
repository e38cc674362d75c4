"""A county's own version is drafted in a copy, changed cell by cell, and handed on when nothing is wrong with it any more."""
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ... import rows
from ...days import day_of, day_start
from ...ids import uuid7
from ...workflow.actions import advance, open_turns
from .. import current, registry
from ..checks import check
from ..drafting import copying
from ..evaluator.faults import Fault
from ..models import TableVersion
from .refused import Refused, body_of, post_of

NUMBERS = 7004  # the lock of whoever hands out version numbers, or lets a version cut others
FIRST, LAST = day_start(date(1970, 1, 1)), day_start(date(2200, 1, 1))  # other years are slips, and have no room for a day before or after
PARTS = ("text", "examples", "from_at", "until_at", "says")


@transaction.atomic
def draft_version(*, table, area, by, at, from_at=None, until_at=None, text=None, examples=None, is_overlay=False, says="") -> TableVersion:
    """Begin a version for an area: a copy of what holds there, an empty overlay, or a text given; nothing counts before it is approved."""
    if table not in registry.names():
        raise Refused(_("没有叫“{name}”的规则表。").format(name=table))
    _check_hours(from_at or at, until_at)
    post = post_of(by, "draft", area, at)
    if text is None:
        text, examples = copying.heads(table) if is_overlay else copying.copy_of(table, area, day_of(from_at or at))
    version = TableVersion(id=uuid7(), table=table, number=next_number(table), area=area, from_at=from_at, until_at=until_at, text=text,
                           examples=examples or "", drafted_by=by, drafted_at=at, drafted_post=post, says=says)
    rows.insert([version])
    [told] = advance([version], "draft_version", flow="table_version", by=by, at=at, content=content)
    open_turns("table_version", [version], at=at, because={version.pk: told.id})
    return version


def next_number(table) -> int:
    """The next free number of a table's versions, to the end of the transaction nobody else's."""
    rows.one_at_a_time(NUMBERS)
    return (TableVersion.objects.filter(table=table).aggregate(top=Max("number"))["top"] or 0) + 1


@transaction.atomic
def edit_version(*, version, by, at, **parts) -> TableVersion:
    """Change a draft's text, examples, hours or what is said about it; only who drafts it does, and it may still be wrong."""
    if by.pk != version.drafted_by_id:
        raise Refused(_("只有起草人能改草案。"))
    for name in PARTS:
        setattr(version, name, parts.get(name, getattr(version, name)))
    _check_hours(version.begins_at, version.until_at)
    changed = [name for name in PARTS if name in parts]
    advance([version], "edit_version", flow="table_version", by=by, at=at, also=tuple(changed), content=lambda _v: {"parts": changed})
    return version


@transaction.atomic
def submit_version(*, version, by, at) -> TableVersion:
    """Hand a draft on: its cells and examples are right, only the other unit is lacking."""
    if by.pk != version.drafted_by_id:
        raise Refused(_("只有起草人能提请批准。"))
    if by.is_program:
        raise Refused(_("要由一个具体的人提请批准：命令行加 --as 账号。"))
    if faults := faults_of(version):
        raise Refused(_("这一版还不能用："), faults, current.as_drafted(version))
    [told] = advance([version], "submit_version", flow="table_version", by=by, at=at, content=content)
    if body_of(version.drafted_post) != "health":
        advance([version], "pass_to_health", flow="table_version", by=by, at=at, because=told.id)
    return version


@transaction.atomic
def withdraw_version(*, version, by, at) -> TableVersion:
    """The drafter takes it back before anybody has approved it."""
    if by.pk != version.drafted_by_id:
        raise Refused(_("只有起草人能撤回。"))
    advance([version], "withdraw_version", flow="table_version", by=by, at=at)
    return version


def content(version) -> dict:
    """What a line tells of a version."""
    return {"table": version.table, "version": version.mark, "from": version.from_at.isoformat() if version.from_at else ""}


def faults_of(version) -> list[Fault]:
    """What is wrong with a version, read beside the rows it will stand with; an example without a unit is one of its own area."""
    own = current.as_drafted(version)
    if own.faults:
        return own.faults
    outside = [row.number for row in own.rows if not _is_within(row, version)]
    if outside := sorted({*own.outside, *outside}):
        return [Fault("outside_area", n) for n in outside]
    bounds = registry.shipped(version.table).bounds
    if too_much := bounds(own) if bounds else []:
        return too_much
    return check(current.standing(version.table, None, plus=version), version.examples, labels=registry.shipped(version.table).labels,
                 mark=version.mark, path_of=current.path_of, elsewhere=version.area.path)


def _is_within(row, version) -> bool:
    """Whether a row that names its own area stays inside that of its version."""
    return row.area == str(version.area_id) or f"/{version.area_id}/" in (current.path_of_id(row.area) or "")


def _check_hours(begins, ends):
    if any(at is not None and not FIRST <= at < LAST for at in (begins, ends)):
        raise Refused(_("生效、失效时间要在 {first} 年到 {last} 年之间：请核对年份。").format(first=FIRST.year, last=LAST.year - 1))
    if ends is not None and ends <= begins:
        raise Refused(_("失效时间要在生效时间之后。"))
