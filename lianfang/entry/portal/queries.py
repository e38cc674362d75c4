"""What a person's own page shows: what stands, why, who answers, what is on record, and who looked."""
from django.conf import settings

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import day_of
from lianfang.ground.decisions.queries import row_of, seen
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS
from lianfang.registers.people.models import REASONS
from lianfang.registers.people.queries import household, memberships_of, whereabouts
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.words import measure_word, number_of, result_word

OPENINGS = ("people.open", "isolation.print_notice")


def own_page(person, at) -> dict:
    """All of it, for one person at one moment."""
    orders = isolation.open_orders_of(person.pk)
    order = orders[0] if orders else None
    return {
        "person": person, "at": at, "place": whereabouts([person.unit])[person.unit_id], "housemates": household(person).count(),
        "memberships": memberships_of([person]).get(person.pk, []), "openings": openings_of(person.pk),
        "exception": isolation.exception_of(person.pk),
        "help_phone": settings.HELP_PHONE, "appeal_phone": settings.APPEAL_PHONE,
        "minutes": settings.PORTAL_MINUTES, "seconds": settings.PORTAL_MINUTES * 60 + 1,
        "standing": standing(order, at) if order else None, "earlier": [standing(one, at) for one in orders[1:]],
    }


def standing(order, at) -> dict:
    """An order in the words of the person it binds."""
    verdict = order.verdict
    row = row_of(verdict.table, verdict.version, verdict.row)
    return {
        "order": order, "serial": f"{order.year}-{order.serial}", "number": number_of(order),
        "measure": measure_word(order.measure), "is_open": order.closed_at is None,
        "day": order.day_number(day_of(at)), "state": str(FLOWS["order"].states[order.state]),
        "row": seen(verdict.table, row) if row else None,
        "minder_phone": order.minder.phone.open() if order.minder else "", "has_release": "release" in isolation.papers_of(order),
        "checks": isolation.checks_of(order)[::-1],
        "results": [(one.taken_on, result_word(one.outcome.open())) for one in isolation.results_of(order)],
    }


def openings_of(person_id) -> list[dict]:
    """Who looked behind the mask or printed the name, newest first: the day, role and unit, and the reason; never an officer's name."""
    lines = list(Line.objects.filter(subject=person_id, verb__in=OPENINGS).order_by("-at", "-id"))
    posts = _posts({told.by for told in lines})
    reasons = REASONS | {None: REASONS["paper"]}
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
