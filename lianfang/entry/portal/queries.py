"""What a person's own page shows: what stands, why, who answers, what he may enter, what is on record, and who looked."""
from collections import Counter

from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.registers.enterprises.queries import firm_named
from lianfang.registers.people.looks import looks_at
from lianfang.registers.people.queries import INVESTIGATE, household, memberships_of, whereabouts
from lianfang.response.isolation import queries as isolation
from lianfang.response.redress import queries as redress
from lianfang.response.risk.closures import queries as closures
from lianfang.response.screening import queries as screening
from lianfang.response.sensors import queries as sensors
from lianfang.response.testing import queries as testing

from .forms import OwnCheck, OwnNeed


def own_page(person, at, **mended) -> dict:
    """All of it, for one person at one moment; forms that are to be mended by what they ask: `need`, or a check's id in hex."""
    standing, *earlier = isolation.own_orders(person.pk, at) or [None]
    is_bound = bool(standing and standing["is_open"])
    checks, appeals = isolation.own_checks(person.pk, at), redress.own_appeals(person.pk, at)
    return frame(person, at) | {
        "place": whereabouts([person.unit])[person.unit_id], "housemates": household(person).count(),
        "memberships": memberships_of([person], [INVESTIGATE]).get(person.pk, []), "looks": looks_at(person.pk),
        "sources": screening.sources_of(person.pk),
        "exception": isolation.exception_of(person.pk), "sensors": sensors.own_doors(person.pk),
        "appeals": appeals, "is_appealing": any(one["is_open"] for one in appeals), "claims": redress.own_claims(person.pk, at),
        "standing": standing, "earlier": earlier, "checks": checks, "is_bound": is_bound,
        "now": _fillable(checks, mended) if is_bound else [],
        "needs": isolation.own_needs(person.pk), "need_form": mended.get("need") or OwnNeed(),
    }


def frame(person, at) -> dict:
    """What each of his pages says: who, until when the page stays open, whom to call."""
    return {"person": person, "at": at, "help_phone": settings.HELP_PHONE, "appeal_phone": settings.APPEAL_PHONE,
            "minutes": settings.PORTAL_MINUTES, "alarm_minutes": isolation.alarm_minutes(at)}


def standing_now(person, at) -> dict | None:
    """His newest order in his words, or None."""
    return next(iter(isolation.own_orders(person.pk, at)), None)


def person_of_code(code):
    """The id of the person a code belongs to, within the reader's units; None of any other."""
    order = isolation.order_of_code(code)
    return order.person_id if order else None


def desk_page(person, at) -> dict:
    """What stands on the desk about one person: his order, what is due now, what he has handed in."""
    standing, checks = standing_now(person, at), isolation.own_checks(person.pk, at)
    is_bound = bool(standing and standing["is_open"])
    return {"person": person, "at": at, "standing": standing, "is_bound": is_bound,
            "due": [one for one in checks if one["is_due"]] if is_bound else [], "needs": isolation.own_needs(person.pk)[:6],
            "appeals": redress.own_appeals(person.pk, at), "claims": redress.own_claims(person.pk, at)}


def _fillable(checks, mended) -> list[dict]:
    """Checks that may be filled now, then those of the last day that may be measured again or open later; each with its form."""
    near = [one for one in checks if one["is_due"] or one["opens"] or (one["may_again"] and one["check"].on == checks[0]["check"].on)]
    near = sorted(near[:4], key=lambda one: (not one["is_due"], one["check"].on, one["check"].half))
    return [one | {"form": mended.get(one["check"].pk.hex) or OwnCheck(auto_id=f"check-{one['check'].pk.hex}-%s"),
                   "is_open": one["is_due"] or one["check"].pk.hex in mended} for one in near]


def orders_of(person, at) -> list:
    """His orders, the newest first."""
    return [one["order"] for one in isolation.own_orders(person.pk, at)]


@everything()
def times_left(at) -> list:
    """The times at which anybody can be tested, with how many places are left."""
    return testing.slots_open(at)


def booking_code(booking) -> str:
    """How the code of a booking is written."""
    return testing.booking_code(booking)


@everything()
def booking_shown(code) -> dict | None:
    """A booking as its own page shows it; None of one that is over, and of any other code."""
    booking = testing.booking_of_code(code)
    if booking is None or booking.closed_at is not None:
        return None
    is_waiting = booking.state == "waiting"
    return {"slot": booking.slot, "code": testing.booking_code(booking), "is_waiting": is_waiting,
            "before": testing.waiting_before(booking) if is_waiting else 0}


@everything()
def firm_of(pk):
    """The firm of a visit."""
    return firm_named(pk)


@everything()
def firm_closed(firm, at):
    """What shuts a firm, until when; None where it may be open."""
    return closures.firm_standing(firm, at)


@everything()
def closed_now(at) -> dict:
    """What anybody may know of what is shut, by kind, in words; and each line of transport with what stops it."""
    groups: dict = {}
    for one in closures.public_now(at):
        names = [area.unit.name for area in one.areas.all()]
        lifted = _("、").join(map(closures.lift_words, one.lifts.all()))
        said = {"number": one.number, "what": closures.what_words(one, None), "words": one.words, "since": one.from_at, "lifted": lifted,
                "until": closures.until_words(one.until_at), "where": _("、").join(names), "has_begun": one.from_at <= at}
        groups.setdefault(one.get_kind_display(), []).append(said)
    return {"groups": list(groups.items()), "services": closures.services(at)}


def event_code(event) -> str:
    """How the code of an application is written."""
    return closures.event_code(event)


@everything()
def event_shown(code, at) -> dict | None:
    """An application as its own page shows it; None of any other code."""
    return closures.event_shown(code, at)


@everything()
def firm_lists(firm) -> list[tuple]:
    """A firm's lists: each batch with its rows as (number, masked name, fit or not or awaited, whether not fit); how many are which."""
    return [(batch, [(one.row, one.person.masked_name, testing.awaited_word(one.is_fit), one.is_fit is False) for one in workers],
             dict(Counter(testing.awaited_word(one.is_fit) for one in workers))) for batch, workers in testing.lists_of(firm)]


@everything()
def pass_shown(code, at) -> dict | None:
    """What whoever checks a pass is told: whose, masked, to which firm, whether it holds; None of a code that no pass has."""
    found = testing.pass_of_code(code)
    if found is None or found.state != "allowed":
        return None
    return {"name": found.person.masked_name, "firm": found.firm.title, "until": found.until_at, "is_valid": testing.is_valid(found, at)}
