"""Slips as sheets of paper."""
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ..days import day_of
from ..units.models import RANK, Unit
from .papers import Slip, SlipSheet
from .roles import ROLES

AT_ONCE = 500  # slips in one file: 50 pages, a second and little memory


def sheet(issued, site: str, *, at) -> SlipSheet:
    """The paper of slips just issued (account, assignment, code, end), in their order: a page for each village, which hands them out."""
    chains = _chains([post.unit for _account, post, *_rest in issued if post])
    with translation.override("zh-hans"):
        slips = tuple(_slip(account, post, code, ends, chains, f"{site}{reverse('accounts:slip', args=[code])}")
                      for account, post, code, ends in issued)
        county = next((chain[0].name for chain in chains.values()), settings.COUNTY_NAME)
        issuer = _("{county}联防").format(county=county)
    is_drill = any(account.is_demo for account, *_rest in issued)
    return SlipSheet(county=issuer, site=f"{site}{reverse('accounts:type_code')}", printed_on=day_of(at), slips=slips, is_drill=is_drill)


def _slip(account, post, code, ends, chains, link):
    if post is None:
        return Slip(name=account.name, login=account.login, unit="", role="", code=code, link=link, valid_until=ends)
    wide = [unit for unit in chains[post.unit_id] if RANK[unit.level] <= RANK["village"]]
    narrow = [unit.name for unit in chains[post.unit_id] if RANK[unit.level] > RANK["village"]]
    unit = "".join(unit.name for unit in wide[1:]) or wide[0].name
    role = " ".join([*narrow, str(ROLES[post.role].label)])
    return Slip(name=account.name, login=account.login, unit=unit, role=role, code=code, link=link, valid_until=ends)


def _chains(units) -> dict[int, list]:
    """Each unit with those above it, from the county down."""
    above = Unit.objects.in_bulk({pk for unit in units for pk in unit.ancestor_ids})
    return {unit.pk: [above[pk] for pk in unit.ancestor_ids] for unit in units}
