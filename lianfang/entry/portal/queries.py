"""What a person's own page shows: what stands, why, who answers, what he may enter, what is on record, and who looked."""
from django.conf import settings

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line
from lianfang.registers.people.models import REASONS
from lianfang.registers.people.queries import household, memberships_of, whereabouts
from lianfang.response.isolation import queries as isolation
from lianfang.response.redress import queries as redress
from lianfang.response.screening import queries as screening

from .forms import OwnCheck, OwnNeed

OPENINGS = ("people.open", "isolation.print_notice", "redress.look", "portal.print_form", "isolation.open_evidence")


def own_page(person, at, **mended) -> dict:
    """All of it, for one person at one moment; forms that are to be mended by what they ask: `need`, or a check's id in hex."""
    standing, *earlier = isolation.own_orders(person.pk, at) or [None]
    is_bound = bool(standing and standing["is_open"])
    checks, appeals = isolation.own_checks(person.pk, at), redress.own_appeals(person.pk, at)
    return frame(person, at) | {
        "place": whereabouts([person.unit])[person.unit_id], "housemates": household(person).count(),
        "memberships": memberships_of([person]).get(person.pk, []), "openings": openings_of(person.pk),
        "sources": screening.sources_of(person.pk),
        "exception": isolation.exception_of(person.pk),
        "appeals": appeals, "is_appealing": any(one["is_open"] for one in appeals), "claims": redress.own_claims(person.pk, at),
        "standing": standing, "earlier": earlier, "checks": checks, "is_bound": is_bound,
        "now": _fillable(checks, mended) if is_bound else [],
        "needs": isolation.own_needs(person.pk), "need_form": mended.get("need") or OwnNeed(),
    }


def frame(person, at) -> dict:
    """What each of his pages says: who, until when the page stays open, whom to call."""
    return {"person": person, "at": at, "help_phone": settings.HELP_PHONE, "appeal_phone": settings.APPEAL_PHONE,
            "minutes": settings.PORTAL_MINUTES}


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


def openings_of(person_id) -> list[dict]:
    """Who looked behind the mask or printed the name, newest first: the day, role and unit, and the reason; never an officer's name."""
    lines = list(Line.objects.filter(subject=person_id, verb__in=OPENINGS).order_by("-at", "-id"))
    posts = _posts({told.by for told in lines})
    reasons = REASONS | isolation.READING | {None: REASONS["paper"]}
    return [{"at": told.at, "who": _who(posts.get(told.by, []), day_of(told.at)), "why": reasons.get(told.data.get("reason"), "—")}
            for told in lines if told.by in posts]


def _posts(ids) -> dict[int, list]:
    """The posts of people, by account; the program itself looks at nobody."""
    posts = {pk: [] for pk in Account.objects.of_people().filter(pk__in=ids).values_list("pk", flat=True)}
    for post in Assignment.objects.filter(account__in=posts).select_related("unit").order_by("from_on"):
        posts[post.account_id].append(post)
    return posts


def _who(posts, on) -> str:
    held = [post for post in posts if post.from_on <= on and (post.until_on is None or on < post.until_on)]
    return "、".join(f"{post.unit.name} {ROLES[post.role].label}" for post in held) or "—"
