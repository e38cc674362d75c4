"""Seal slips: printed by sheet, posted, looked at in rounds; a broken one is called on today, whoever moves in has it taken off."""
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import CONDITIONS, Seal, SealCheck
from ..models.seal import UNFINISHED

SERIALS = 7031  # the advisory lock of whoever hands out numbers of slips on PostgreSQL


@everything()
def print_seal(*, units, by, at) -> list[Seal]:
    """Number a slip for each of these doors that has none; returns the new ones with those that wait to be posted there.

    Printing again gives the same slips: a door has one slip at a time.
    """
    with transaction.atomic():
        rows.one_at_a_time(SERIALS)
        there = {seal.unit_id: seal for seal in Seal.objects.filter(unit__in=units, state__in=UNFINISHED)}
        year = day_of(at).year
        last = Seal.objects.filter(year=year).aggregate(top=Max("serial"))["top"] or 0
        wanted = [unit for unit in units if unit not in there]
        fresh = [rows.fresh(Seal, year=year, serial=serial, unit_id=unit, printed_by_id=by.pk, printed_at=at)
                 for serial, unit in enumerate(wanted, last + 1)]
        rows.insert(fresh)
        lines = advance(fresh, "print_seal", flow="seal", by=by, at=at, content=lambda seal: {"number": seal.number})
        open_turns("seal", fresh, at=at, because={told.record: told.id for told in lines})
    waiting = [seal for seal in there.values() if seal.state == "printed"]
    return sorted([*fresh, *waiting], key=lambda seal: units.index(seal.unit_id))


@everything()
def post_seal(*, seals, by, at, photos=None) -> list[Seal]:
    """Put slips on their doors; `photos` are the photos' ids by slip."""
    for seal in seals:
        seal.posted_by_id, seal.posted_at, seal.looked_at = by.pk, at, at
        seal.photo = (photos or {}).get(seal.pk)
    advance(seals, "post_seal", flow="seal", by=by, at=at, also=("posted_by_id", "posted_at", "looked_at", "photo"))
    return seals


@everything()
def check_seal(*, seal, condition, by, at, photo=None, id=None) -> SealCheck:
    """Look at a posted slip: intact, and the next round is planned; broken or gone, and somebody calls there today."""
    if condition not in CONDITIONS:
        raise Refused(_("请选骑缝条怎么样。"))
    look = SealCheck(seal=seal, condition=condition, photo=photo, by=by, at=at, **({"id": id} if id else {}))
    step = "check_seal" if condition == "intact" else "break_seal"
    with transaction.atomic():
        seal.looked_at = at
        advance([seal], step, flow="seal", by=by, at=at, also=("looked_at",), content=lambda _seal: {"condition": condition})
        look.save(force_insert=True)
    return look


@everything()
def lift_seal(*, seal, by, at) -> Seal:
    """Take a slip off: somebody lives there again."""
    seal.ended_at = at
    advance([seal], "lift_seal", flow="seal", by=by, at=at, also=("ended_at",))
    return seal


@everything()
def spoil_seal(*, seal, by, at) -> Seal:
    """A slip that was printed and will not be posted."""
    seal.ended_at = at
    advance([seal], "spoil_seal", flow="seal", by=by, at=at, also=("ended_at",))
    return seal
