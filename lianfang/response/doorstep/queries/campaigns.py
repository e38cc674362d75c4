"""Campaigns: which are known where, which run, and what waits in them."""
from django.core.exceptions import ValidationError
from django.db.models import Q

from lianfang.ground.units.fields import TOP, Reach

from ..models import Call, Campaign, Questions


def running():
    """Campaigns that have not been ended."""
    return Campaign.objects.filter(state="running").order_by("until_on", "pk")


def campaigns(reach: Reach):
    """Those that are in a reach, at least in part, the newest first."""
    found = Campaign.objects.select_related("unit", "questions", "category").order_by("-pk")
    if TOP in reach:
        return found
    above = {int(part) for path in reach for part in path.strip("/").split("/")}
    return found.filter(pk__in=Campaign.objects.filter(Q(areas__unit__path__under=reach) | Q(areas__unit__in=above)).values("pk"))


def calls_waiting(campaign):
    """Calls of a campaign that are to be made, the next first."""
    return Call.objects.filter(campaign=campaign, state__in=("due", "due_cadre")).select_related("unit").order_by("due", "pk")


def campaign_at(door):
    """The running campaign whose household a door is, the one that ends first; None where there is none."""
    return running().filter(households__unit=door).first()


def questions_for(units):
    """Forms that may be asked in these units: their own and those of the units above, the newest version of each."""
    above = {pk for unit in units for pk in unit.ancestor_ids}
    newest = {}
    for one in Questions.objects.filter(unit__in=above).order_by("pk"):
        newest[one.unit_id, one.code] = one
    return Questions.objects.filter(pk__in=[one.pk for one in newest.values()]).order_by("title")


def forms_in(reach: Reach):
    """All versions of forms known in a reach, the newest first: its own and those of the units above."""
    found = Questions.objects.select_related("unit", "by").order_by("-pk")
    if TOP in reach:
        return found
    above = {int(part) for path in reach for part in path.strip("/").split("/")}
    return found.filter(Q(unit__path__under=reach) | Q(unit__in=above))


def version_of(campaign, pk) -> Questions | None:
    """A version of the form that a campaign asks, by its id as a page or phone sends it; the one that counts now for any other id."""
    now = campaign.questions
    if now is None or str(now.pk) == str(pk):
        return now
    try:
        return Questions.objects.filter(pk=pk, code=now.code).first() or now
    except (ValueError, ValidationError):
        return now
