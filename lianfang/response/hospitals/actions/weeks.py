"""The weekly report is kept as a draft, submitted, corrected; no filing that was sent is ever overwritten."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..figures import FIGURES, asked, full_label, wrong_parts
from ..models import Filing, Problem


@everything()
def save_draft(*, week, said, by, at) -> Filing:
    """Keep what is filled in so far; nothing need be complete."""
    with transaction.atomic():
        [told] = advance([week], "save_draft", flow="infection_week", by=by, at=at)
        return _kept(week, said, by, at, told.id, is_sent=False)


@everything()
def submit(*, week, said, by, at) -> Filing:
    """Send the report to the county: its clock stops at the first time. `said` holds a number for each figure asked (figures.asked).

    Raises Refused with a sentence for each figure that is missing or larger than its whole, before the week has ended, and where no
    problem was recorded and nobody says that there was none.
    """
    _refuse(week, said, at)
    with transaction.atomic():
        week.sent_at = week.sent_at or at
        [told] = advance([week], "submit", flow="infection_week", by=by, at=at, also=("sent_at",),
                         content=lambda one: {"in_time": one.sent_at <= one.due_at})
        return _kept(week, said, by, at, told.id, is_sent=True)


@everything()
def correct(*, week, said, reason, by, at) -> Filing:
    """A further filing of a report that was sent: what has changed, and why; the ones before stay as they were."""
    if not reason.strip():
        raise Refused(_("请写明为什么订正。"))
    _refuse(week, said, at)
    before = Filing.objects.filter(week=week, is_sent=True).order_by("-edition").first()
    changed = [name for name in FIGURES if getattr(before, name) != said.get(name, 0)]
    if not changed:
        raise Refused(_("数字和上一次一样，没有要订正的。"))
    with transaction.atomic():
        [told] = advance([week], "correct", flow="infection_week", by=by, at=at,
                         content=lambda _week: {"edition": before.edition + 1, "changed": changed})
        return _kept(week, said, by, at, told.id, is_sent=True, reason=reason.strip())


def _refuse(week, said, at):
    lacking = [full_label(name) for name in asked(week.hospital) if said.get(name) is None]
    wrong = [_("请填写“{label}”，没有的填 0。").format(label=label) for label in lacking] + list(wrong_parts(said).values())
    if not said.get("nothing_found") and not Problem.objects.filter(week=week).exists():
        wrong.append(_("本周有问题的请先登记；没有的，请勾上“本周没有发现问题”。"))
    if wrong:
        raise Refused(" ".join(wrong))
    if (day_of(at) - week.monday).days < 6:
        raise Refused(_("这一周还没有过完，周日起才能上报；可以先存着。"))


def _kept(week, said, by, at, because, is_sent, reason="") -> Filing:
    """The draft that stands is written anew; what was sent stands, and the next edition begins beside it."""
    newest = Filing.objects.filter(week=week).order_by("-edition").first()
    is_draft = newest is not None and not newest.is_sent
    values = {name: said.get(name, 0 if is_sent else None) for name in FIGURES}
    filing = Filing(id=newest.pk if is_draft else uuid7(), week=week, unit_id=week.unit_id,
                    edition=newest.edition + (not is_draft) if newest else 1, nothing_found=bool(said.get("nothing_found")),
                    reason=reason, is_sent=is_sent, by=by, at=at, because=because, **values)
    try:
        with transaction.atomic():
            if is_draft:
                rows.amend([filing], *FIGURES, "nothing_found", "reason", "is_sent", "by_id", "at", "because", was=("is_sent", [False]))
            else:
                rows.insert([filing])
    except (IntegrityError, rows.Stale):
        raise Refused(_("刚才已经有人报了，请刷新再看。")) from None
    return filing
