"""The acts by which somebody has looked at a person: each loop's apps.py adds its own; who did so reads from the journal."""
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line, Touched
from lianfang.ground.journal.numbers import number_of

from .queries.reasons import reason_word

AT_HIS_DOOR = _("凭通知书上的码和生日")
_kinds: dict = {"people.open": _("看了全名和号码"), "people.look_up": _("按完整号码查到"), "people.carry": _("把您的全名带在手机上"),
                "ui.export": _("导出了有您的表")}
_red: set = set()  # who sees him only by breaking the glass
_own: set = set()  # somebody with his code and birthday: himself, or who knew both


def add(verb, label, is_red=False, is_own=False) -> None:
    """Lines of a verb are looks at their subject."""
    _kinds[verb] = label
    if is_red:
        _red.add(verb)
    if is_own:
        _own.add(verb)


@dataclass(slots=True)
class Look:
    """One of them: who by his posts, for what, and the number under which it stands in the journal."""

    line: Line
    what: str
    who: str
    why: str
    number: str
    is_red: bool


def looks_at(person_id) -> list[Look]:
    """Who has looked at a person, newest first, by role and unit, never an officer's name; of the program only the door of his own page."""
    touching = Touched.objects.filter(subject=person_id).values("line")
    lines = [*Line.objects.filter(subject=person_id, verb__in=_kinds), *Line.objects.filter(pk__in=touching, verb__in=_kinds)]
    posts = _posts({told.by for told in lines})
    found = [Look(told, str(_kinds[told.verb]), str(AT_HIS_DOOR) if told.verb in _own else _who(posts[told.by], day_of(told.at)),
                  reason_word(told.data.get("reason")), number_of(told), _is_red(told))
             for told in lines if told.by in posts or told.verb in _own]
    return sorted(found, key=lambda look: (look.line.at, look.line.id), reverse=True)


def _is_red(told) -> bool:
    return told.verb in _red or told.data.get("way") == "break_glass"


def _posts(ids) -> dict[int, list]:
    """The posts of people, by account."""
    posts = {pk: [] for pk in Account.objects.of_people().filter(pk__in=ids).values_list("pk", flat=True)}
    for post in Assignment.objects.filter(account__in=posts).select_related("unit").order_by("from_on"):
        posts[post.account_id].append(post)
    return posts


def _who(posts, on) -> str:
    held = [post for post in posts if post.from_on <= on and (post.until_on is None or on < post.until_on)]
    return "、".join(f"{post.unit.name} {ROLES[post.role].label}" for post in held) or "—"
