"""What phones send from a gate: each by the action that the page uses, at the moment it happened there."""
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.outbox import Taken
from lianfang.ground.workflow import Refused

from ..asking.reading import car_of, changes_of
from ..models import Notice, Passage, Post, Shift
from ..queries.telling import said_of
from .cases import hand_to_site, recheck
from .notices import arrive
from .passing import pass_vehicle, refuse_skipped
from .quick import asks_all, pass_quick, quick_of, refuse_unmeasured
from .shifts import at_its_time, hand_over_shift, open_shift, tally

NOT_HERE = _("这个卡口不归您值守，或者已经撤了。")
NO_SHIFT = _("这个卡口没有人在岗，先上岗再点数。")


@everything()
def take_cars(entries, *, by, at):
    """Vehicles: one call for all of them; what one lacks is said of it alone."""
    def car(entry, post):
        found = car_of(entry.cleaned, entry.cleaned["people"], pk=entry.id, post=post, at=entry.at, received_at=entry.received_at)
        refuse_skipped(found)
        return found

    return _vehicles(entries, car, lambda cars: pass_vehicle(cars=cars, by=by, at=at))


@everything()
def take_quicks(entries, *, by, at):
    """Short records."""
    def quick(entry, post):
        found = quick_of(entry.cleaned, pk=entry.id, post=post, at=entry.at, received_at=entry.received_at)
        refuse_unmeasured(found)
        if asks_all(found):
            raise Refused(_("有外来人员：请逐人登记。"))
        return found

    return _vehicles(entries, quick, lambda quicks: pass_quick(quicks=quicks, by=by, at=at))


def _vehicles(entries, read, act):
    """Records made of these entries, each its Taken with what was decided, or why not."""
    posts, sound = _posts(entries), []
    outcomes: dict[UUID, Taken | Refused] = {}
    for entry in entries:
        try:
            sound.append(read(entry, _there(posts, entry)))
        except Refused as refused:
            outcomes[entry.id] = refused
    for vehicle in act(sound) if sound else ():
        outcomes[vehicle.pk] = Taken.of(vehicle, said_of(vehicle))
    return [outcomes[entry.id] for entry in entries]


def _posts(entries) -> dict:
    """The posts the entries name, that stood on their day."""
    return Post.objects.select_related("unit").in_bulk({entry.cleaned["post"] for entry in entries})


def _there(posts, entry) -> Post:
    post, on = posts.get(entry.cleaned["post"]), day_of(entry.at)
    if post is None or not entry.reach.covers(post.unit.path) or (post.until_on and post.until_on <= on):
        raise Refused(str(NOT_HERE))
    return post


@everything()
def take_tallies(entries, *, by, at):
    """Counts, into the shift in whose time each was taken."""
    posts = _posts(entries)
    shifts = at_its_time([(entry.id, entry.cleaned["post"], entry.at) for entry in entries])

    def act(entry):
        post = _there(posts, entry)
        if shifts[entry.id] is None:
            raise Refused(str(NO_SHIFT))
        said = entry.cleaned
        tally(shift=shifts[entry.id], vehicles=said["vehicles"] or 0, people=said["people"] or 0, by=by, at=entry.at, pk=entry.id)
        return Taken(entry.id, post.unit_id)

    return [_each(entry, act) for entry in entries]


@everything()
def take_shifts(entries, *, by, at):
    """Shifts that begin."""
    posts = _posts(entries)

    def act(entry):
        said = entry.cleaned
        return Taken.of(open_shift(post=_there(posts, entry), people=said["people"], stock=said["stock"], by=by, at=entry.at, pk=entry.id))

    return [_each(entry, act) for entry in entries]


def _each(entry, act):
    try:
        return act(entry)
    except Refused as refused:
        return refused


def _on(model, act, *related):
    """Takes entries about records of a model, each within the sender's reach."""
    @everything()
    def take(entries, *, by, at):
        found = model.objects.select_related("unit", *related).in_bulk({entry.cleaned["record"] for entry in entries})

        def one(entry):
            record = found.get(entry.cleaned["record"])
            if record is None or not entry.reach.covers(record.unit.path):
                raise Refused(str(NOT_HERE))
            return Taken.of(record, act(record, entry, by))

        return [_each(entry, one) for entry in entries]

    return take


def _rechecked(passage, entry, by):
    recheck(passage=passage, by=by, at=entry.at, **changes_of(passage, entry.cleaned))
    return {"outcome": passage.outcome}


def _handed_over(shift, entry, by):
    hand_over_shift(shift=shift, stock=entry.cleaned["stock"], why=entry.cleaned["why"], by=by, at=entry.at)


def _arrived(notice, entry, by):
    arrive(notice=notice, answer=entry.cleaned["answer"], by=by, at=entry.at)


def _fetched(passage, entry, by):
    hand_to_site(passage=passage, by=by, at=entry.at)


take_hand_overs = _on(Shift, _handed_over, "post")
take_rechecks = _on(Passage, _rechecked, "vehicle", "post__unit", "home", "slip")
take_fetched = _on(Passage, _fetched)
take_arrivals = _on(Notice, _arrived)
