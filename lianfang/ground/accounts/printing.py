"""Slips as sheets of paper."""
from collections.abc import Callable

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from ..days import day_of
from .papers import Slip, SlipSheet
from .roles import ROLES

AT_ONCE = 2000  # slips in one file: 200 pages


def paper(issued, site: str, link: Callable, *, county: str, at) -> bytes:
    """The PDF of slips just issued (account, assignment, code, end), in their order; `link(code)` is the whole address."""
    with translation.override("zh-hans"):
        slips = tuple(_slip(account, post, code, ends, link(code)) for account, post, code, ends in issued)
        name = _("{county}联防").format(county=county or settings.COUNTY_NAME)
    is_drill = any(account.is_demo for account, *_rest in issued)
    return SlipSheet(county=name, site=f"{site}/slip", printed_on=day_of(at), slips=slips, is_drill=is_drill).pdf()


def _slip(account, post, code, ends, link):
    unit, role = (post.unit.name, str(ROLES[post.role].label)) if post else ("", "")
    return Slip(name=account.name, login=account.login, unit=unit, role=role, code=code, link=link, valid_until=ends)
