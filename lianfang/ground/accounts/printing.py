"""Slips as sheets of paper."""
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ..days import day_of
from ..units.models import Unit
from .papers import Slip, SlipSheet
from .roles import ROLES

AT_ONCE = 500  # slips in one file: 50 pages, a second and little memory


def sheet(issued, site: str, *, county: str, at) -> SlipSheet:
    """The paper of slips just issued (account, assignment, code, end), in their order."""
    places = _places([post.unit for _account, post, *_rest in issued if post])
    with translation.override("zh-hans"):
        slips = tuple(_slip(account, post, code, ends, places, f"{site}{reverse('accounts:slip', args=[code])}")
                      for account, post, code, ends in issued)
        name = _("{county}联防").format(county=county or settings.COUNTY_NAME)
    is_drill = any(account.is_demo for account, *_rest in issued)
    return SlipSheet(county=name, site=f"{site}{reverse('accounts:type_code')}", printed_on=day_of(at), slips=slips, is_drill=is_drill)


def _slip(account, post, code, ends, places, link):
    unit, role = (places[post.unit_id], str(ROLES[post.role].label)) if post else ("", "")
    return Slip(name=account.name, login=account.login, unit=unit, role=role, code=code, link=link, valid_until=ends)


def _places(units) -> dict[int, str]:
    """Names of units with those above them, the county left out: many a village has a grid 1."""
    above = {pk for unit in units for pk in unit.ancestor_ids}
    names = dict(Unit.objects.filter(pk__in=above).values_list("pk", "name"))
    return {unit.pk: "".join(names[pk] for pk in unit.ancestor_ids[1:]) or unit.name for unit in units}
