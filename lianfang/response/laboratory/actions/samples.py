"""People are registered in a tube at their positions, and taken out again before it is sealed."""
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.actions import Somebody, enrol
from lianfang.registers.people.keys import id_blind
from lianfang.registers.people.models import Person
from lianfang.registers.people.typed import identity

from ..models import REASONS, Recall, Sample, Tube
from ..rules import rank, tube_rule

CATEGORY = "tested"
ANOTHERS = gettext_lazy("这一条刚才登记的是另一个人，没有再登记：请刷新页面，从头登记这个人。")


@dataclass(slots=True)
class Swab:
    """Whom a swab is of: somebody as his papers say, or a person of the register; taken when (now, if not said), why, and at which
    position (the next that is free, if not said)."""

    who: Somebody | Person
    reason: str = ""
    at: datetime | None = None
    position: int | None = None
    id: UUID = field(default_factory=uuid7)


def somebody(said, *, on) -> Somebody:
    """Somebody as a form has read his papers on a day: name, number with its kind, phone."""
    read = identity.read(said["id_number"], said["id_kind"], on=on)
    return Somebody(said["name"], id_kind=said["id_kind"], id_number=said["id_number"], phone=said["phone"], sex=read.sex,
                    birth_on=read.birth_on)


@everything()
def take_samples(*, tube, swabs, by, at, was_away=False) -> list[Sample]:
    """Register people in an open tube, in order; a swab sent twice is registered once.

    Raises Refused, and registers nobody, where the tube is full or sealed, somebody is in it already, or may not be pooled, and where a
    swab comes again as another's. `was_away`: the swabs were taken without a signal; who was called to be swabbed singly, which nobody
    there could know, stays called.
    """
    swabs = list(swabs)
    try:
        return _take(tube, swabs, by, at, was_away)
    except IntegrityError:  # sent twice at once, or two at one position: now it is known
        try:
            return _take(tube, swabs, by, at, was_away)
        except IntegrityError:  # the id of a swab in another tube
            raise Refused(str(ANOTHERS)) from None


def _take(tube, swabs, by, at, was_away):
    with transaction.atomic():
        tube = Tube.objects.select_for_update(of=("self",)).select_related("session").get(pk=tube.pk)
        there = list(Sample.objects.filter(tube=tube).order_by("position"))
        known = {one.pk: one for one in there}
        if any(swab.id in known and not _is_of(swab, known[swab.id]) for swab in swabs):
            raise Refused(str(ANOTHERS))
        fresh = [swab for swab in swabs if swab.id not in known]
        if not fresh:
            return there
        if tube.state != "open":
            raise Refused(_("管 {code} 已经封了，不能再登记。").format(code=tube.code))
        people = _people(tube, fresh, by, at)
        recalls = {one.person_id: one for one in Recall.objects.filter(person__in=people, closed_at=None)
                   if not was_away or (tube.places == 1 and one.state == "due")}
        free = _places(tube, fresh, {one.position for one in there})
        _refuse_elsewhere(tube, fresh, people, at)
        _refuse(tube, fresh, people, recalls, {one.person_id for one in there}, len(free), at)
        made = [_sample(tube, swab, who, place, recalls, at) for swab, who, place in zip(fresh, people, free, strict=False)]
        lines = [line("laboratory.take_sample", kind="sample", record=one.pk, by=by.id, at=at, unit=one.unit_id, subject=one.person_id,
                      because=tube.because, data={"tube": tube.code, "position": one.position}) for one in made]
        for one, told in zip(made, lines, strict=True):
            one.because = told.id
        rows.insert(made)
        journal.write(lines)
        _weigh(tube, [*there, *made], at)
        _resampled(made, recalls, by, at)
    return [*there, *made]


def _is_of(swab, sample) -> bool:
    """Whether a swab that was sent again is of whom it was of before."""
    who, before = swab.who, sample.person
    if isinstance(who, Person):
        return who.pk == before.pk
    return id_blind(who.id_number) == before.id_blind if who.id_number else who.name == before.name


def _places(tube, swabs, taken) -> list[int]:
    """The position of each swab: as said, else the next free one; fewer than swabs where there are not as many left."""
    said = [swab.position for swab in swabs if swab.position]
    if len(set(said)) != len(said) or not set(said) <= set(range(1, tube.places + 1)) - taken:
        raise Refused(_("管里同一个位置登记了两个人，或者位置比管大：请核对每个人的位置。"))
    free = iter(place for place in range(1, tube.places + 1) if place not in taken | set(said))
    return [place for swab in swabs if (place := swab.position or next(free, None))]


def _people(tube, swabs, by, at) -> list[Person]:
    """The person of each swab, enrolled where his papers say who he is."""
    told = [swab.who for swab in swabs if isinstance(swab.who, Somebody)]
    found = iter(enrol(told=told, unit_id=tube.unit_id, category=CATEGORY, source=gettext_noop("检测采样登记"), on=day_of(at), by=by, at=at,
                       because=tube.because, is_told=True))
    return [next(found) if isinstance(swab.who, Somebody) else swab.who for swab in swabs]


def _refuse(tube, swabs, people, recalls, inside, free, at):
    if len(swabs) > free:
        raise Refused(_("这支管是{places}人的，已经满了：请封管，换一支新管。").format(places=tube.places))
    ids = [who.pk for who in people]
    if len(set(ids)) != len(ids) or inside & set(ids):
        raise Refused(_("同一个人在这支管里登记了两次。"))
    for swab, who in zip(swabs, people, strict=True):
        if (recall := recalls.get(who.pk)) and recall.state == "sampled":
            raise Refused(_("这个人已经单采，在等复核结果，不用再采。"))
        reason = _reason(tube, swab, recalls.get(who.pk))
        if reason not in REASONS or (swab.at or at) > at:
            raise Refused(_("请选为什么检测；采样时间不能在以后。"))
        if tube.places > 1 and tube_rule(reason, day_of(at))["tube"] == "single":
            raise Refused(_("“{reason}”要一人一管，不能进混管：请单独开一支单管。").format(reason=REASONS[reason]))


def _refuse_elsewhere(tube, swabs, people, at):
    """Nobody is in two tubes that are being filled, nor sampled twice within a minute."""
    moments = {_minute(swab, at) for swab in swabs}
    there = Sample.objects.filter(Q(taken_at__in=moments) | Q(tube__state="open"), person__in=people).exclude(tube=tube)
    if one := there.select_related("tube").first():
        code = one.tube.code if one.tube_id else one.laboratory
        raise Refused(_("这个人刚登记在管 {code} 里，不要重复登记；要换管，先在那支管里撤下。").format(code=code))


def _minute(swab, at):
    return (swab.at or at).replace(second=0, microsecond=0)


def _reason(tube, swab, recall) -> str:
    return "resample" if recall else swab.reason or tube.session.reason


def _sample(tube, swab, who, place, recalls, at) -> Sample:
    return Sample(id=swab.id, tube_id=tube.pk, person_id=who.pk, unit_id=tube.unit_id, position=place, disease=tube.session.disease,
                  reason=_reason(tube, swab, recalls.get(who.pk)), taken_at=_minute(swab, at))


def _weigh(tube, samples, at):
    """The tube goes by the most urgent of its samples, and by the first of them."""
    tube.count = len(samples)
    tube.first_at = min((one.taken_at for one in samples), default=None)
    tube.reason = min((one.reason for one in samples), key=lambda reason: rank(reason, day_of(at)), default="")
    tube.rank = rank(tube.reason, day_of(at)) if tube.reason else 0
    rows.amend([tube], "count", "first_at", "reason", "rank")


def _resampled(samples, recalls, by, at):
    """Who was called has come."""
    came = []
    for one in samples:
        if (recall := recalls.get(one.person_id)) and recall.state == "due":
            recall.again_id = one.pk
            came.append(recall)
    advance(came, "resample", flow="recall", by=by, at=at, also=("again_id",))


@everything()
def take_out(*, sample, by, at):
    """Somebody registered by mistake is taken out of an open tube; the others stay at their positions."""
    with transaction.atomic():
        tube = Tube.objects.select_for_update(of=("self",)).get(pk=sample.tube_id)
        if tube.state != "open":
            raise Refused(_("管已经封了，不能撤下；整管不对的，作废重采。"))
        if Recall.objects.filter(again=sample).exists():
            raise Refused(_("这是复核的单采，不能撤下；整管不对的，作废重采。"))
        journal.write([line("laboratory.take_out", kind="sample", record=sample.pk, by=by.id, at=at, unit=sample.unit_id,
                            subject=sample.person_id, because=sample.because, data={"tube": tube.code})])
        Sample.objects.filter(pk=sample.pk).delete()
        _weigh(tube, list(Sample.objects.filter(tube=tube)), at)
