"""What kinds, trades, services, events, reasons and conditions are called; how a scope and an end are said."""
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from lianfang.ground import decisions
from lianfang.ground.days import end_words
from lianfang.ground.vault.masks import STAR
from lianfang.registers.enterprises.trades import TRADES

from .models import EVENTS, SERVICES

OF_KIND = {"trade": TRADES, "transport": SERVICES, "event": EVENTS, "place": {}}
SHOWN = 4
PHOTO_WANTED = _lazy("市场、宰杀点关停要留照片，请拍一张。")
PURPOSES = {"supplies": _lazy("送货、保供"), "work": _lazy("上班、务工"), "home": _lazy("回家"), "emergency": _lazy("急救、抢险")}


def what_words(closure, most=SHOWN) -> str:
    """影剧院、洗浴、美容美发 等 9 类 (on a notice all of them, `most` None); 封路封村 of roads and villages."""
    names = OF_KIND[closure.kind]
    found = [str(names.get(code, code)) for code in closure.what]
    if not found:
        return closure.get_kind_display()
    left = most is not None and len(found) > most
    return _("、").join(found[:most]) + (_(" 等 {n} 类").format(n=len(found)) if left else "")


def lift_words(lift) -> str:
    """梨花沟镇（影剧院）."""
    if not lift.what:
        return lift.unit.name
    names = OF_KIND[lift.closure.kind]
    return _("{place}（{what}）").format(place=lift.unit.name, what=_("、").join(str(names.get(code, code)) for code in lift.what))


def until_words(until) -> str:
    """到 03-20 24:00; 到通知解除为止."""
    return _("到 {when}").format(when=end_words(until)) if until else _("到另行通知解除为止")


def reason_word(code) -> str:
    """A reason of the closed list."""
    return decisions.shipped("closure_reason").labels.of("reason", code)


def condition_words(codes) -> list[str]:
    """What is to be kept to at an event."""
    labels = decisions.shipped("event_rule").labels
    return [labels.of("conditions", code) for code in codes]


def purpose_word(code) -> str:
    """What somebody comes for."""
    return str(PURPOSES.get(code, code))


def mask_plate(plate) -> str:
    """禾A58K21 → 禾A＊21: enough to tell the vehicle that stands there."""
    return plate if len(plate) < 5 else f"{plate[:2]}{STAR}{plate[-2:]}"
