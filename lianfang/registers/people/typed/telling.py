"""Numbers that tell who somebody is, wherever they stand in a text that is to go out; and words of an official, in which none may stand."""
import re

from django.utils.translation import gettext as _

from lianfang.ground.workflow import Refused

WHOLE = re.compile(r"(?<!\d)(?:(?:\+|00)?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}(?!\d)"  # a mobile phone, however it is spaced
                   r"|(?<!\d)\d{6}[- ]?\d{8}[- ]?\d{3}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)")  # an identity number, of today and of once


def numbers_in(text) -> list[str]:
    """Every phone and identity number in a text, as it is written there."""
    return [found[0] for found in WHOLE.finditer(text)]


def said(text, what, most=500, *, needed=True) -> str:
    """What an official wrote; Refused where there is nothing but something is needed, too much, or a number that tells who somebody is."""
    text = (text or "").strip()
    if needed and not text:
        raise Refused(_("请写明“{what}”。").format(what=what))
    if len(text) > most:
        raise Refused(_("“{what}”最多 {n} 个字，现在有 {long} 个。").format(what=what, n=most, long=len(text)))
    if found := numbers_in(text):
        raise Refused(_("“{what}”里不能写电话和证件号码：{found}。").format(what=what, found=found[0][:3] + "…"))
    return text
