"""Boxes on their way: sent with their tubes, received tube by tube, cold enough or with a word why not."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Box, Transfer, Tube
from ..rules import is_fit
from .tubes import tube_code


@everything()
def send(*, box, tubes, carrier, temperature, unit, by, at) -> Transfer:
    """Send sealed tubes in a box (its code); Refused where the box is on its way already, or a tube is not sealed."""
    code, tubes = tube_code(box), list(tubes)
    if not tubes or not carrier.strip():
        raise Refused(_("请选要送的管，写明谁送、什么车。"))
    try:
        with transaction.atomic():
            found, _new = Box.objects.get_or_create(code=code)
            made = Transfer(id=uuid7(), box=found, unit=unit, tubes_out=len(tubes), carrier=carrier.strip()[:60], sent_at=at, sent_by=by,
                            temperature_out=temperature)
            rows.insert([made])
            for tube in tubes:
                tube.transfer_id = made.pk
            lines = advance(tubes, "send", flow="tube", by=by, at=at, also=("transfer_id",), content=lambda _tube: {"box": code})
            made.because = lines[0].id
            rows.amend([made], "because")
    except IntegrityError:
        raise Refused(_("箱子 {code} 还在路上，没有接收：请换一个箱子，或者先办接收。").format(code=code)) from None
    return made


def _refuse_wordless(missing, temperature, at):
    says = [_("少了管：{codes}。").format(codes=_("、").join(missing))] if missing else []
    if not is_fit(temperature, day_of(at)):
        says.append(_("箱温 {t}℃ 不在规定范围。").format(t=temperature))
    if says:
        raise Refused(" ".join([*says, _("请写明情况再接收。")]))


@everything()
def receive(*, transfer, codes, temperature, note, by, at) -> list[str]:
    """Receive those tubes of a trip that are in the box; returns the codes of the missing, which stay on their way.

    Refused where a code is not of this trip, or where the temperature or a missing tube wants a word that is not said.
    """
    there = {one.code: one for one in Tube.objects.filter(transfer=transfer, state="sent")}
    named = [tube_code(code) for code in codes]
    if strange := [code for code in named if code not in there]:
        raise Refused(_("这些管不在这一箱的单子上：{codes}。请核对，不在单上的不接收。").format(codes=_("、").join(strange)))
    missing = sorted(set(there) - set(named))
    if not named:
        raise Refused(_("请勾选箱里有的管。"))
    if not note.strip():
        _refuse_wordless(missing, temperature, at)
    received = [there[code] for code in dict.fromkeys(named)]
    transfer.received_at, transfer.received_by, transfer.temperature_in = transfer.received_at or at, by, temperature
    transfer.note = "\n".join(filter(None, (transfer.note.open(), note.strip())))
    with transaction.atomic():
        rows.amend([transfer], "received_at", "received_by_id", "temperature_in", "note")
        advance(received, "receive", flow="tube", by=by, at=at, content=lambda _tube: {"missing": len(missing)})
    return missing
