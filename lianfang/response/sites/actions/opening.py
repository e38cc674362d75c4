"""A site is opened where it stands in the tree, is given a leader, and is closed when nobody lives there any more."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.actions import add_units
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.actions import mark_site
from lianfang.registers.territory.models import Building, Door

from ..models import Placement, Room, Site


@everything()
def open_site(*, place, by, at, name="", leader=None) -> Site:
    """Make a building a site, its doors its rooms; or, in a village or grid, a compound of that name, whose buildings come with its rooms.

    Raises Refused for a place that is a site already, and for one without a name.
    """
    if leader is not None:
        _check_leader(leader, at)
    try:
        with transaction.atomic():
            unit = place if place.level in ("building", "compound") else _compound(place, name.strip(), by, at)
            site = Site(unit=unit, leader=leader, opened_at=at)
            told = line("sites.open_site", kind="site", record=site.pk, by=by.id, at=at, unit=unit.pk,
                        data={"leader": leader.pk if leader else None})
            site.because = told.id
            site.save(force_insert=True)
            journal.write([told])
            _take_doors(site, by, at)
    except IntegrityError:
        raise Refused(_("这里已经是隔离点了。")) from None
    return site


def _compound(place, name, by, at) -> Unit:
    if not name:
        raise Refused(_("请给隔离点起个名字，例如“县委党校隔离点”。"))
    standing = Unit.objects.filter(parent=place, level="compound", name=name, until_on=None).first()
    return standing or add_units(drafts=[{"parent": place, "level": "compound", "name": name, "from_on": day_of(at)}], by=by, at=at)[0]


def _take_doors(site, by, at):
    """Homes behind doors that stand there already are rooms of one bed, until somebody says more of them."""
    for building in Building.objects.filter(unit__path__under=site.unit.path).select_related("unit"):
        if not building.is_site:
            mark_site(building=building, is_site=True, by=by, at=at, because=site.because)
    doors = Door.objects.filter(unit__path__under=site.unit.path, unit__until_on=None, use="home").order_by("unit__path")
    rows.insert([rows.fresh(Room, unit_id=door.unit_id, site_id=site.pk) for door in doors])


@everything()
def name_leader(*, site, leader, by, at) -> Site:
    """Say who leads the site: what waits there is that account's turn from now on."""
    _check_leader(leader, at)
    site.leader = leader
    with transaction.atomic():
        rows.amend([site], "leader_id")
        journal.write([line("sites.name_leader", kind="site", record=site.pk, by=by.id, at=at, unit=site.unit_id, because=site.because,
                            data={"leader": leader.pk})])
    return site


def _check_leader(leader, at):
    if not leader.is_active or not Assignment.objects.in_force(day_of(at)).filter(account=leader).exists():
        raise Refused(_("{name}没有在岗的职务，不能负责隔离点。").format(name=leader.name))


@everything()
def close_site(*, site, by, at) -> Site:
    """Nobody is sent there any more; its rooms stay in the tree. Refused while somebody lives there or is to come."""
    with transaction.atomic():
        site = Site.objects.select_for_update(of=("self",)).select_related("unit").get(pk=site.pk)  # nobody is put there meanwhile
        if Placement.objects.open().filter(site=site).exists():
            raise Refused(_("还有人住在这里或者等着入住，不能关闭。"))
        site.closed_at = at
        rows.amend([site], "closed_at")
        journal.write([line("sites.close_site", kind="site", record=site.pk, by=by.id, at=at, unit=site.unit_id, because=site.because)])
        for building in Building.objects.filter(unit__path__under=site.unit.path, is_site=True).select_related("unit"):
            mark_site(building=building, is_site=False, by=by, at=at, because=site.because)
    return site
