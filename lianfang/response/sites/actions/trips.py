"""Trips from point to point: planned, set off with driver, plate and protection, arrived, the vehicle disinfected."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Placement, Rider, Trip
from .staying import come_back, go_out

FITS = {"to_site": ("awaited",), "to_hospital": ("admitted",), "from_hospital": ("in_hospital",), "home": ("admitted", "left")}
UNDER_WAY = ("planned", "under_way")


@everything()
def plan_trip(*, placements, kind, by, at, because=None) -> Trip:
    """One vehicle for these people of one site. Raises Refused for who is not where the trip begins, or rides in another already."""
    site = placements[0].site
    here = site.unit.name
    trip = Trip(site=site, unit_id=site.unit_id, kind=kind, planned_at=at, by=by, because=because or placements[0].because,
                from_place=here if kind in ("to_hospital", "home") else "", to_place=here if kind in ("to_site", "from_hospital") else "")
    with transaction.atomic():
        now = Placement.objects.select_for_update().filter(pk__in=[one.pk for one in placements]).order_by("pk")  # or two would go
        if any(one.site_id != site.pk or one.state not in FITS[kind] for one in now):
            raise Refused(_("其中有人现在不能这样送，请刷新再看。"))
        if Rider.objects.filter(person__in=[one.person_id for one in placements], trip__state__in=UNDER_WAY).exists():
            raise Refused(_("其中有人已经安排了车，还没有送到。"))
        trip.save(force_insert=True)
        rows.insert([rows.fresh(Rider, trip_id=trip.pk, person_id=one.person_id, placement_id=one.pk) for one in placements])
        [told] = advance([trip], "plan_trip", flow="trip", by=by, at=at, because=trip.because,
                         content=lambda one: {"kind": kind, "people": len(placements)})
        open_turns("trip", [trip], at=at, because={trip.pk: told.id})
    return trip


@everything()
def plan_hospital(*, people, by, at):
    """Who of these persons ({id: the line that says so}) lives at a site needs a doctor: a trip each, unless one is planned."""
    riding = set(Rider.objects.filter(person__in=people, trip__state__in=UNDER_WAY).values_list("person", flat=True))
    for one in Placement.objects.open().filter(person__in=people, state="admitted").select_related("site__unit"):
        if one.person_id not in riding:
            plan_trip(placements=[one], kind="to_hospital", by=by, at=at, because=people[one.person_id])


@everything()
def depart(*, trip, from_place, to_place, driver, vehicle, plate, protection, by, at):
    """The vehicle sets off; to the hospital, its people are out of their rooms from now on, and come back."""
    trip.from_place, trip.to_place, trip.departed_at = from_place.strip(), to_place.strip(), at
    trip.driver, trip.vehicle, trip.plate, trip.protection = driver.strip(), vehicle.strip(), plate.strip(), protection
    if not all((trip.from_place, trip.to_place, trip.driver, trip.plate, trip.protection)):
        raise Refused(_("起点、终点、司机、车牌、防护级别都要填。"))
    with transaction.atomic():
        [told] = advance([trip], "depart", flow="trip", by=by, at=at, content=_told, also=(
            "from_place", "to_place", "driver", "vehicle", "plate", "protection", "departed_at"))
        if trip.kind == "to_hospital":
            go_out(placements=_riders(trip, "admitted"), by=by, at=at, because=told.id)
    return trip


@everything()
def arrive(*, trip, by, at):
    """It is where it was to go; from the hospital, its people are back in their rooms."""
    trip.arrived_at = at
    with transaction.atomic():
        [told] = advance([trip], "arrive", flow="trip", by=by, at=at, also=("arrived_at",), content=_told)
        if trip.kind == "from_hospital":
            come_back(placements=_riders(trip, "in_hospital"), by=by, at=at, because=told.id)
    return trip


@everything()
def disinfect_trip(*, trip, by, at):
    """The vehicle is disinfected and may be used again."""
    trip.disinfected_at = at
    return advance([trip], "disinfect_trip", flow="trip", by=by, at=at, also=("disinfected_at",), content=_told)


@everything()
def cancel_trip(*, trip, by, at):
    """Nobody needs to be taken there any more."""
    return advance([trip], "cancel_trip", flow="trip", by=by, at=at, content=_told)


def print_trip(*, trip, by, at):
    """Tell, about each who rides, that the sheet with the full names was printed; returns the first line."""
    riders = trip.riders.select_related("placement").order_by("pk")
    with transaction.atomic():
        told = journal.write([line("sites.print_trip", kind="trip", record=trip.pk, by=by.id, at=at, unit=trip.unit_id,
                                   subject=one.person_id, because=trip.because, data={"reason": "paper"}) for one in riders])
    return told[0]


def _told(trip) -> dict:
    return {"kind": trip.kind}


def _riders(trip, state) -> list[Placement]:
    return list(Placement.objects.filter(trips__trip=trip.pk, state=state).select_related("site"))
