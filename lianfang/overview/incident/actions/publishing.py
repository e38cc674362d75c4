"""A trajectory goes out: drafted by the tables, mended by hand, signed by somebody else; what tells who it is, is refused each time."""
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Trajectory
from ..queries import draft_of, told_tales


@everything()
def draft_trajectory(*, case, by, at) -> Trajectory:
    """Draft what may be published of a case. Refused while another draft waits, and where nothing of his days is told."""
    if Trajectory.objects.filter(record=case.pk, state="drafted").exists():
        raise Refused(_("已经有一份草稿在等审核，请在那一份上改。"))
    draft = draft_of(case, at)
    if not draft.lines:
        raise Refused(_("还没有行程。请先在密接排查里把这几天的行程写上。"))
    edition = (Trajectory.objects.filter(record=case.pk).aggregate(top=Max("edition"))["top"] or 0) + 1
    made = Trajectory(record=case.pk, person_id=case.person_id, unit_id=case.unit_id, edition=edition, whom=draft.whom, lines=draft.lines,
                      drafted_by=by, drafted_at=at)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            [told] = advance([made], "draft_trajectory", flow="trajectory", by=by, at=at, content=lambda one: {"edition": one.edition})
            Trajectory.objects.filter(pk=made.pk).update(because=told.id)
            made.because = told.id
            open_turns("trajectory", [made], at=at)
    except IntegrityError:
        raise Refused(_("刚才已经有人起草了，请刷新再看。")) from None
    return made


@everything()
def mend_trajectory(*, trajectory, case, whom, lines, by, at):
    """Change the words of a draft; who changed them last is who drafted it. Refused, naming each place, for what tells who it is."""
    lines = [line.strip() for line in lines if line.strip()]
    if not whom.strip() or not lines:
        raise Refused(_("请写明是什么病例、哪些行程，一天一行。"))
    _refuse_tales(case, [whom, *lines], at)
    trajectory.whom, trajectory.lines, trajectory.drafted_by = whom.strip(), lines, by
    return advance([trajectory], "mend_trajectory", flow="trajectory", by=by, at=at, also=("whom", "lines", "drafted_by_id"))


@everything()
def publish_trajectory(*, trajectory, case, by, at, seen=""):
    """Sign it: it is out, and is not changed any more. Refused for whoever wrote it, for what tells who it is, and where it says something
    else by now than what was `seen` (`words_digest`) on the page."""
    with transaction.atomic():
        trajectory.refresh_from_db(from_queryset=Trajectory.objects.select_for_update())
        if seen and seen != trajectory.words_digest:
            raise Refused(_("您打开以后又改过稿，请看过现在的再公布。"))
        if trajectory.drafted_by_id == by.pk:
            raise Refused(_("起草的人不能自己审核，请换一个人。"))
        _refuse_tales(case, [trajectory.whom, *trajectory.lines], at)
        trajectory.signed_by, trajectory.closed_at = by, at
        return advance([trajectory], "publish_trajectory", flow="trajectory", by=by, at=at, also=("signed_by_id", "closed_at"))


@everything()
def drop_trajectory(*, trajectory, by, at):
    """It does not go out."""
    trajectory.closed_at = at
    return advance([trajectory], "drop_trajectory", flow="trajectory", by=by, at=at, also=("closed_at",))


def _refuse_tales(case, texts, at):
    if found := told_tales(case, texts, at):
        raise Refused(" ".join(found))
