"""The figures of this loop: what they have in common."""

from lianfang.ground.indicators import Indicator

from ..models import Check, Order
from .conditions import of_day, of_today, stood


def of_orders(code, zh, en, where, meaning_zh, meaning_en, among=of_today, parts=()):
    """A figure of orders; all of them but two are counted among those open at some time of the day."""
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, Order, where, "isolation:orders", among=among,
                     stood=stood, parts=parts)


def figure(model, code, zh, en, where, page, meaning_zh, meaning_en, among=None, stood=stood, parts=(),
           below=None):
    """A figure of any records."""
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, model, where, page, among=among, stood=stood,
                     parts=parts, below=below)


def of_checks(code, zh, en, where, meaning_zh, meaning_en, parts=()):
    """A figure of today's checks."""
    return figure(Check, code, zh, en, where, "isolation:checks", meaning_zh, meaning_en, of_day, parts=parts)
