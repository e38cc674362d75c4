"""`{% load checkpoints %}`: the big word and sign of a result, its tag, a masked plate, what a post has."""
from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui import parts

from ..models import DEPARTMENTS, OUTCOMES, STOCK
from ..words import mask_plate

register = template.Library()
WORDS = {"go": _("放行"), "home": _("放行"), "stop": _("不放行"), "bus": _("不放行"), "back": _("不放行"), "wait": _("等一等")}
SHAPES = {
    "go": '<circle cx="50" cy="50" r="46"/><path d="M28 52l15 15 30-33" class="stroke"/>',
    "home": '<circle cx="50" cy="50" r="46"/><path d="M24 52l26-24 26 24M32 48v26h36V48" class="stroke"/>',
    "stop": '<path d="M31 4h38l27 27v38L69 96H31L4 69V31z"/><path d="M26 50h48" class="stroke thick"/>',
    "bus": '<path d="M31 4h38l27 27v38L69 96H31L4 69V31z"/><path d="M26 34h48v30H26zM26 48h48M36 64v8M64 64v8" class="stroke"/>',
    "back": '<rect x="6" y="6" width="88" height="88"/><path d="M34 76V44a16 16 0 0 1 32 0v24M54 58l12 12 12-12" class="stroke"/>',
    "wait": '<path d="M50 3l47 47-47 47L3 50z"/><path d="M40 40a10 10 0 1 1 14 9c-4 2-4 5-4 8M50 68v4" class="stroke"/>',
}
TONES = {"pass": "good", "register": "blue", "observe": "bad", "transfer": "bad", "turn_back": "", "manual_review": "warn", "full": "warn"}


@register.simple_tag
def big_word(look):
    """One of three: go, do not, wait."""
    return WORDS[look]


@register.simple_tag
def big_sign(look):
    """Its shape; no two alike, so that colour is never alone."""
    return format_html('<svg class="gate-sign" viewBox="0 0 100 100" aria-hidden="true">{}</svg>', mark_safe(SHAPES[look]))


@register.simple_tag
def outcome_tag(outcome):
    """A result as a short remark."""
    return parts.tag(str(OUTCOMES[outcome]), TONES[outcome])


@register.filter
def masked_plate(plate):
    """禾A＊21."""
    return mask_plate(plate)


@register.filter
def departments(post):
    """公安、卫健."""
    return _("、").join(str(DEPARTMENTS[code]) for code in post.departments if code in DEPARTMENTS)


@register.filter
def stock_words(shift):
    """What was left in stock, in words."""
    return [(STOCK[code], n) for code, n in shift.stock_left.items() if code in STOCK]
