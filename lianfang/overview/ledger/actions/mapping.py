"""The county's codes in a DHIS2, held to their form; and the line of a file that was taken away."""
import re

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.queries import may_do
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from ..models import Codes
from ..queries.files import NOT_SENT
from ..queries.places import below
from .booking import may_keep

UID = re.compile(r"[A-Za-z][A-Za-z0-9]{10}")  # DHIS2: a letter, then ten letters or digits


@everything()
def map_codes(*, unit, data_set, attribute_combo, elements, places, by, at) -> Codes:
    """Keep what figures {code: (element, option combo)} and units {id: code} are called there; "-" is not sent, nothing still to be told.

    Raises Refused naming every code that is none, and every one that stands twice.
    """
    if not may_do(by, "configure", unit, day_of(at)):
        may_keep(by, unit, at)
    named = dict(below(unit).values_list("pk", "name"))
    wrong = [*_malformed(_("数据集"), data_set), *_malformed(_("属性组合"), attribute_combo)]
    for code, (element, combo) in elements.items():
        wrong += [*_malformed(str(INDICATORS[code]), element, dash=True), *_malformed(str(INDICATORS[code]), combo)]
    for pk, place in places.items():
        wrong += _malformed(named[pk], place, dash=True)
    wrong += _double(elements.items(), lambda one: str(INDICATORS[one]))
    wrong += _double(((pk, (place, "")) for pk, place in places.items()), named.get)
    if wrong:
        raise Refused("\n".join(wrong))
    with transaction.atomic():
        made, _new = Codes.objects.update_or_create(unit=unit, defaults={
            "data_set": data_set, "attribute_combo": attribute_combo, "by": by, "at": at,
            "elements": {code: {"element": element, "combo": combo} for code, (element, combo) in elements.items() if element},
            "places": {str(pk): place for pk, place in places.items() if place}})
        journal.write([line("ledger.map_codes", kind="codes", record=None, by=by.id, at=at, unit=unit.pk,
                            data={"figures": len(made.elements), "units": len(made.places)})])
    return made


def _malformed(label, uid, *, dash=False) -> list[str]:
    if not uid or (dash and uid == NOT_SENT) or UID.fullmatch(uid):
        return []
    return [_("{label}：“{code}”不是 DHIS2 编码，应是 11 位，字母开头，后面是字母或数字。").format(label=label, code=uid)]


def _double(pairs, label) -> list[str]:
    found = {}
    for key, (uid, combo) in pairs:
        if uid and uid != NOT_SENT:
            found.setdefault((uid, combo), []).append(key)
    return [_("编码 {code} 用了不止一次：{labels}。").format(code=uid, labels="、".join(map(str, map(label, keys))))
            for (uid, _combo), keys in found.items() if len(keys) > 1]


def taken_away(*, days, unit: Unit, form, by, at):
    """Figures are taken away in a file: which days, in which form; returns the line."""
    with transaction.atomic():
        [told] = journal.write([line("ledger.take_away", kind="cut", record=None, by=by.id, at=at, unit=unit.pk,
                                     data={"form": form, "days": [one.isoformat() for one in days]})])
    return told
