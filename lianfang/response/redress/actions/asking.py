"""Somebody says that he is bound or recorded wrongly: himself, or a cadre who types in his paper or his call; and takes it back."""
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from .. import storage
from ..clocks import due_of
from ..models import FIELDS, Appeal, Correction
from .answer import above_all, pass_on

NUMBERS = {Appeal: 7011, Correction: 7012}  # the advisory locks of whoever hands out numbers on PostgreSQL


@everything()
def appeal(*, person, order, unit_id, verdict, measure, order_number, deciders, words, channel, by, at, photo=None, because=None) -> Appeal:
    """An appeal against the measure of an order (by id); `deciders` are accounts and moments: who had a hand in deciding it, when.

    It opens at the township, or at the county at once where the township or the county decided. Raises Refused while one is open.
    """
    if not words.strip():
        raise Refused(_("请写明哪里不对：哪一条不是您的情况。"))
    record = Appeal(id=uuid7(), person_id=person.pk, unit_id=unit_id, order=order, verdict=verdict, measure=measure,
                    order_number=order_number, words=words, channel=channel, due=due_of("appeal", at), asked_by=by, asked_at=at,
                    because=because)
    answered = Appeal.objects.filter(order=order).exclude(answered_by=None).values_list("answered_by", "answered_at")
    own = [(account, when) for account, when in (*deciders, *answered)]
    record.deciders = sorted({account for account, _when in own})
    record.decided_units = sorted(_units_of(own, Unit.objects.get(pk=unit_id)))
    with transaction.atomic():
        _enter(record, "appeal", photo, by, at, _("您对这项管控的申诉正在办，请等答复。"))
        if above_all(record):
            pass_on(record, by=by, at=at)
    return record


def _units_of(deciders, place) -> set[int]:
    """The units at which those who decided stood that day, as far as they lie above a place or are it."""
    found = set()
    for account, when in deciders:
        posts = Assignment.objects.in_force(day_of(when)).filter(account=account).select_related("unit")
        found |= {post.unit_id for post in posts if place.path.startswith(post.unit.path)}
    return found


@everything()
def claim(*, person, field, right, words, channel, by, at, photo=None) -> Correction:
    """A record that is said to be wrong; the village looks at it. Raises Refused while the same is open."""
    if field not in FIELDS or not right.strip():
        raise Refused(_("请选哪一项错了，并写明正确的是什么。"))
    record = Correction(id=uuid7(), person_id=person.pk, unit_id=person.unit_id, field=field, right=right, words=words, channel=channel,
                        due=due_of("correction", at), asked_by=by, asked_at=at)
    with transaction.atomic():
        _enter(record, "claim", photo, by, at, _("这一项的更正正在核实，请等答复。"))
    return record


def _enter(record, step, photo, by, at, double):
    """Number it, keep it with its photo, tell of it, and give somebody the turn."""
    model, flow = type(record), "appeal" if step == "appeal" else "correction"
    rows.one_at_a_time(NUMBERS[model])
    record.year = day_of(at).year
    record.serial = (model.objects.filter(year=record.year).aggregate(top=Max("serial"))["top"] or 0) + 1
    record.has_photo = photo is not None
    try:
        with transaction.atomic():
            rows.insert([record])
    except IntegrityError:
        raise Refused(double) from None
    [told] = advance([record], step, flow=flow, by=by, at=at, content=lambda one: {"channel": one.channel})
    open_turns(flow, [record], at=at, because={record.pk: told.id})
    if photo is not None:
        storage.EVIDENCE.keep(record.pk, photo)


def withdraw(*, appeal, by, at):
    """He takes it back, or settles it otherwise; nothing changes."""
    appeal.ended_at = at
    return advance([appeal], "withdraw", flow="appeal", by=by, at=at, also=("ended_at",))


def drop_claim(*, correction, by, at):
    """He takes it back."""
    correction.ended_at = at
    return advance([correction], "drop_claim", flow="correction", by=by, at=at, also=("ended_at",))
