"""Firms send their workers: in a batch at a time with places enough, or as they come; the firm hears fit or not fit and nothing else."""
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, day_start
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people.actions import Somebody, join, take_up

from ..models import Batch, Slot, Worker
from ..queries.booking import opens_until
from ..rosters import read_people
from .booking import promote
from .dues import note_samples

CATEGORY = "worker"


@everything()
def book_batch(*, firm, slot, content, name, by, at, because=None) -> Batch:
    """Book a firm's roster (a sheet) for a time; rows that cannot be taken are kept on the batch with a sentence each.

    Raises SheetError or Refused for a sheet that cannot be read, a time that is over, or one with fewer places left than rows.
    """
    if slot.point.closed_at or slot.until_at <= at or slot.from_at > opens_until(at):
        raise Refused(_("这个时段现在不能预约，请另选一个。"))
    found, faults = read_people(content, name, day_of(at))
    people = [Somebody(one.name, one.id_kind, one.id_number, one.phone, one.sex, one.birth_on, row=one.number) for one in found]
    made = Batch(firm=firm, unit=slot.point.unit, slot=slot, begins_at=day_start(day_of(slot.from_at)), made_at=at)
    with transaction.atomic():
        workers = _workers(made, people, faults, by, at, because)
        if not workers:
            raise Refused(_("名册里没有能收下的人，请照下面逐行改：{faults}").format(
                faults=_("；").join(_("第 {n} 行{said}").format(n=n, said=said) for n, said in sorted(faults)[:5])))
        if not Slot.objects.filter(pk=slot.pk, taken__lte=F("quota") - len(workers)).update(taken=F("taken") + len(workers)):
            raise Refused(_("这个时段剩 {left} 个号，名册有 {n} 人。请换一个时段，或者分两批。").format(left=slot.left, n=len(workers)))
        made.size, made.faults = len(workers), [[number, said] for number, said in sorted(faults)]
        _keep(made, workers, "book_batch", by, at, because)
    return made


@everything()
def walk_in(*, firm, who, by, at, because=None) -> Batch:
    """Somebody (a Somebody) of a firm comes without a time: a sample is taken, and he stands on the firm's list of the day.

    Raises Refused where his number stands under another name, or he stands there already.
    """
    with transaction.atomic():
        made = Batch.objects.select_for_update().filter(firm=firm, slot=None, begins_at=day_start(day_of(at)), state="open").first()
        batch = made or Batch(firm=firm, unit=firm.unit, begins_at=day_start(day_of(at)), made_at=at)
        faults: list[tuple] = []
        workers = _workers(batch, [who], faults, by, at, because)
        if not workers:
            raise Refused(faults[0][1])
        workers[0].row = batch.size = batch.size + 1
        if made:
            advance([batch], "walk_in", flow="batch", by=by, at=at, because=because, also=("size",))
            rows.insert(workers)
        else:
            _keep(batch, workers, "walk_in", by, at, because)
        note_samples(taken={workers[0].person_id: at}, by=by, at=at)
    return batch


def _workers(batch, people, faults, by, at, because) -> list[Worker]:
    """Whom the register knows or takes in, each once; the others are faults."""
    found, made = take_up(asked=people, unit_id=batch.firm.unit_id, by=by, at=at, because=because), {}
    there = set(Worker.objects.filter(batch=batch.pk).values_list("person", flat=True))
    for row, person in zip(people, found, strict=True):
        if isinstance(person, str):
            faults.append((row.row, person))
        elif person.pk in made or person.pk in there:
            faults.append((row.row, _("这个人已经在名单里了。")))
        else:
            made[person.pk] = Worker(batch=batch, person=person, row=row.row)
    join(people=[one.person for one in made.values()], category=CATEGORY, source=gettext_noop("企业送检"), from_on=day_of(at), by=by, at=at,
         because=because, is_told=True)
    return list(made.values())


def _keep(batch, workers, step, by, at, because):
    rows.insert([batch])
    rows.insert(workers)
    [told] = advance([batch], step, flow="batch", by=by, at=at, because=because, content=lambda one: {"size": one.size})
    batch.because = told.id
    rows.amend([batch], "because")
    open_turns("batch", [batch], at=at)


@everything()
def cancel_batch(*, batch, by, at, because=None):
    """They do not come: the places are free again. Raises Refused once a result is there."""
    with transaction.atomic():
        if Worker.objects.filter(batch=batch).exclude(is_fit=None).exists():
            raise Refused(_("已经有结果回来，不能取消。"))
        batch.closed_at = at
        lines = advance([batch], "cancel_batch", flow="batch", by=by, at=at, because=because, also=("closed_at",))
        if batch.slot_id:
            Slot.objects.filter(pk=batch.slot_id).update(taken=F("taken") - batch.size)
            promote(Slot.objects.get(pk=batch.slot_id), by=by, at=at, because=lines[0].id)
    return batch


def answer(news, by, at, because):
    """Results are told to the lists of those firms that wait for them, in the caller's transaction; a list that waits for none is done."""
    found, by_person = {}, {}
    people = {one.person_id for one in news}
    waiting = Worker.objects.select_related("batch").filter(person__in=people, batch__state__in=("open", "answered"))
    for one in waiting:
        by_person.setdefault(one.person_id, []).append(one)
    for outcome in sorted((one for one in news if one.kind == "nucleic"), key=lambda one: one.taken_at):
        for worker in by_person.get(outcome.person_id, ()):
            is_first = worker.is_fit is None or worker.taken_at == outcome.taken_at
            if is_first and outcome.taken_at >= worker.batch.begins_at:
                worker.taken_at, worker.is_fit, worker.known_at = outcome.taken_at, outcome.is_fit, at
                found[worker.pk] = worker
    rows.amend(found.values(), "taken_at", "is_fit", "known_at")
    _close({one.batch_id: one.batch for one in found.values() if one.batch.state == "open"}, by, at, because)


def _close(batches, by, at, because):
    left = set(Worker.objects.filter(batch__in=list(batches), is_fit=None).values_list("batch", flat=True))
    over = [batch for pk, batch in batches.items() if pk not in left]
    for batch in over:
        batch.closed_at = at
    advance(over, "answer_batch", flow="batch", by=by, at=at, because=because, also=("closed_at",))
