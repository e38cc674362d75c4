"""What phones send of this loop: visits, slips posted, slips looked at; each by the action that the desk uses."""
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.outbox import Taken
from lianfang.ground.outbox.xlsform import form_of
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.models import Door

from ..models import Call, Campaign, Household, Seal
from ..queries.campaigns import version_of
from .sealing import check_seal, post_seal
from .visiting import Told, visit

NOT_HERE = gettext_lazy("这一户不在您的辖区里，或者已经不在了。")
FIELDS = ("outcome", "head_count", "returnees", "ill", "needs", "note", "photo")


def take_visits(entries, *, by, at):
    """Visits recorded at doors, in one go: at a household of a campaign, at a door to be called on again, or at a broken slip."""
    places = _places([entry.cleaned["record"] for entry in entries])
    outcomes, told = {}, {}
    for entry in entries:
        try:
            told[entry.id] = _told(entry, places)
        except Refused as refused:
            outcomes[entry.id] = refused
    visits = visit(visits=list(told.values()), by=by, at=at)
    outcomes |= {one.pk: Taken.of(one) for one in visits}
    return [outcomes[entry.id] for entry in entries]


def _places(records) -> dict:
    """The door (by unit id), its path and the campaign of each record that a visit may answer."""
    doors, found = {}, {}
    for model in (Household, Call, Seal):
        for row in model._base_manager.filter(pk__in=records).values("pk", "unit_id", *([] if model is Seal else ["campaign_id"])):
            doors[row["pk"]] = row["unit_id"], row.get("campaign_id")
    paths = dict(Door.objects.filter(unit__in={unit for unit, _campaign in doors.values()}).values_list("unit_id", "unit__path"))
    campaigns = Campaign.objects.select_related("questions").in_bulk({campaign for _unit, campaign in doors.values() if campaign})
    for pk, (unit, campaign) in doors.items():
        if unit in paths:
            found[pk] = unit, paths[unit], campaigns.get(campaign)
    return found


def _told(entry, places) -> Told:
    given = entry.cleaned
    unit, path, campaign = places.get(given["record"], (None, "", None))
    if unit is None or not entry.reach.covers(path):
        raise Refused(str(NOT_HERE))
    asked = version_of(campaign, given.get("questions")) if campaign and given["outcome"] == "visited" else None
    return Told(unit, campaign=campaign, questions=asked, answers=_answers(asked, given.get("answers")), id=entry.id, at=entry.at,
                **{name: given.get(name) for name in FIELDS if given.get(name) is not None})


def _answers(asked, answers) -> dict:
    """The answers as the form of their version takes them; Refused says which question is wrong."""
    if asked is None:
        return {}
    form = form_of(asked.form)(answers or {})
    if not form.is_valid():
        wrong = [f"{form.fields[name].label}{_('：')}{' '.join(said)}" for name, said in form.errors.items() if name in form.fields]
        raise Refused(" ".join(wrong))
    return form.answers()


def take_posted(entries, *, by, at):
    """Slips put on their doors."""
    return _each(entries, lambda seal, entry: post_seal(seals=[seal], photos={seal.pk: entry.cleaned.get("photo")}, by=by, at=entry.at))


def take_looks(entries, *, by, at):
    """Slips looked at."""
    return _each(entries, lambda seal, entry: check_seal(seal=seal, condition=entry.cleaned["condition"], photo=entry.cleaned.get("photo"),
                                                         id=entry.id, by=by, at=entry.at))


def _each(entries, act):
    seals = Seal._base_manager.select_for_update(of=("self",)).select_related("unit").order_by("pk")
    there = {seal.pk: seal for seal in seals.filter(pk__in={entry.cleaned["record"] for entry in entries})}
    return [_one(there.get(entry.cleaned["record"]), entry, act) for entry in entries]


def _one(seal, entry, act):
    if seal is None or not entry.reach.covers(seal.unit.path):
        return Refused(str(NOT_HERE))
    try:
        act(seal, entry)
    except Refused as refused:
        return refused
    return Taken.of(seal)
