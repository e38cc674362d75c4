"""Another unit brings a version into force, or does not; and what it did is taken back in one step."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from ... import rows
from ...days import day_of
from ...ids import uuid7
from ...units.models import Unit
from ...workflow.actions import advance, open_turns
from .. import current
from ..models import Rerun, TableVersion
from .apart import check_apart
from .drafting import NUMBERS, content, faults_of, next_number
from .refused import Refused, is_of_the_drafters_unit, post_of

HOURS = "versions"


@transaction.atomic
def approve_version(*, version, by, at) -> TableVersion:
    """Bring a version into force from its hour, never before now: by a person of another unit, when its examples still pass."""
    rows.one_at_a_time(NUMBERS)  # versions of one table cut each other
    version = TableVersion.objects.select_for_update(of=("self",)).select_related("area", "drafted_by").get(pk=version.pk)
    version.approved_post = _another_post(version, by, at)
    if faults := faults_of(version):
        raise Refused(_("这一版还不能用："), faults, current.as_drafted(version))
    version.from_at = max(version.begins_at, at)
    if version.until_at and version.until_at <= version.from_at:
        raise Refused(_("这一版的失效时间已经过了，请起草人另起草一版。"))
    version.approved_by, version.approved_at = by, at
    _succeed(version)
    also = ("approved_by_id", "approved_at", "approved_post", "from_at", "ended_at")
    [told] = advance([version], "approve_version", flow="table_version", by=by, at=at, also=also, content=content)
    version.because = told.id
    rows.amend([version], "because")
    look_again()
    return version


def look_again():
    """This process asks the new edition at once; others within a second of the commit."""
    current.forget()
    transaction.on_commit(current.forget)


def _another_post(version, by, at) -> str:
    """The post from which `by` may approve it: not who drafted it, and of no unit where the drafter stands."""
    post = post_of(by, "approve", version.area, at)
    if by.pk == version.drafted_by_id:
        raise Refused(_("起草人不能批准自己的规则：要两个单位的两个人。"))
    if by.is_program or is_of_the_drafters_unit(by, version, at):
        raise Refused(_("您和起草人是同一个单位：规则要由另一个单位的人批准。"))
    check_apart(by, version.drafted_by_id, at=at)
    return post


def _succeed(version):
    """Versions of one table and area follow each other: the one before ends where this begins, this ends where a later one begins."""
    others = current.approved().filter(table=version.table, area=version.area).exclude(pk=version.pk)
    for other in others.filter(from_at__lte=version.from_at):
        if other.ends_at is None or other.ends_at > version.from_at:
            other.ended_at = version.from_at
            rows.amend([other], "ended_at")
    later = others.filter(from_at__gt=version.from_at).order_by("from_at").values_list("from_at", flat=True).first()
    if later and (version.ends_at is None or version.ends_at > later):
        version.ended_at = later


@transaction.atomic
def reject_version(*, version, by, at, says="") -> TableVersion:
    """Not approved, with what has to be mended: by whoever might have approved it."""
    post_of(by, "approve", version.area, at)
    if not says.strip():
        raise Refused(_("请写一句为什么不批准，起草人好改。"))
    version.says, version.ended_by = says.strip()[:200], by
    advance([version], "reject_version", flow="table_version", by=by, at=at, also=("says", "ended_by_id"))
    return version


@transaction.atomic
def keep_version(*, version, by, at) -> TableVersion:
    """Looked at again after a while: it stays in force."""
    post_of(by, "approve", version.area, at)
    advance([version], "keep_version", flow="table_version", by=by, at=at)
    return version


@transaction.atomic
def return_version(*, version, by, at, says="") -> TableVersion | None:
    """Back to the version before in one step, at once: by one person, within the days a table gives, since two have approved both.

    The version before comes back as a new one with its text and its two names; where there was none, the shipped rows hold again.
    What was touched is decided again. Raises Refused when the time for it is over, or a newer version stands on it.
    """
    rows.one_at_a_time(NUMBERS)
    version = TableVersion.objects.select_for_update(of=("self",)).select_related("area").get(pk=version.pk)
    post_of(by, "approve", version.area, at)
    if not says.strip():
        raise Refused(_("请写一句为什么退回。"))
    if version.from_at is None:
        raise Refused(_("这一版还没有批准，没有可退回的。"))
    _check_still_returns(version, at)
    before, is_ahead = _before(version), version.from_at > at
    version.ended_at, version.ended_by, version.says = max(at, version.from_at), by, says.strip()[:200]
    also = ("ended_at", "ended_by_id", "says")
    [told] = advance([version], "return_version", flow="table_version", by=by, at=at, also=also, content=content)
    if is_ahead:
        back = _uncut(before)
    else:
        back = _put_back(before, by, at, told.id)
        rows.insert([Rerun(id=uuid7(), version=version, has_begun=False, since=at, because=told.id)])
    look_again()
    return back


def _uncut(before) -> TableVersion | None:
    """What would have been followed goes on, as if it never had been."""
    if before:
        before.ended_at = None
        rows.amend([before], "ended_at")
    return before


def _check_still_returns(version, at):
    county = Unit.objects.get(pk=version.area.ancestor_ids[0])
    within = current.decide(HOURS, {"stage": "return"}, unit=county.path, on=day_of(at)).result["within"]
    if version.state == "in_force" and (within is None or at > version.from_at + timedelta(minutes=within)):
        raise Refused(_("生效已经太久，不能一步退回：请另起草一版。"))
    if version.ends_at and version.ends_at <= at:
        raise Refused(_("这一版已经不在用了。"))
    if version.ended_at:
        raise Refused(_("后面还有一版等着接替它：请先撤那一版。"))


def _before(version) -> TableVersion | None:
    """The version that it superseded: cut where it begins, and otherwise still standing."""
    found = current.approved().filter(table=version.table, area=version.area, ended_at=version.from_at).exclude(pk=version.pk)
    return found.order_by("-from_at").first()


def _put_back(before, by, at, because) -> TableVersion | None:
    if before is None or (before.until_at and before.until_at <= at):
        return None
    back = TableVersion(id=uuid7(), table=before.table, number=next_number(before.table), state="approved", area_id=before.area_id,
                        from_at=at, until_at=before.until_at, text=before.text, examples=before.examples, returns=before, because=because,
                        drafted_by_id=before.drafted_by_id, drafted_at=before.drafted_at, drafted_post=before.drafted_post,
                        approved_by_id=before.approved_by_id, approved_at=before.approved_at, approved_post=before.approved_post)
    rows.insert([back])
    open_turns("table_version", [back], at=at, because={back.pk: because})
    return back
