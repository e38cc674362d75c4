"""Login names for those whose sheet gives none: pinyin initials and a number, as people would say them."""
import re
from itertools import count

from .models import Account
from .vocabulary import SURNAMES

FORM = re.compile(r"[a-z][a-z0-9_.-]{2,39}")


def is_login(text: str) -> bool:
    """Lower-case letters, digits, dot, dash or line below, from three signs up, a letter first."""
    return bool(FORM.fullmatch(text))


def initials(name: str) -> str:
    """曾小梅 → zxm, 包·巴特尔 → bbte, Ann Lee → al."""
    from pypinyin import Style, lazy_pinyin  # a second to import: only where somebody is added

    rest = lazy_pinyin(name, style=Style.FIRST_LETTER, errors=lambda signs: "".join(re.findall(r"(?<![A-Za-z])[A-Za-z]", signs)))
    found = "".join(rest).lower()
    found = SURNAMES.get(name[:1], found[:1]) + found[1:]
    return (re.sub(r"[^a-z]", "", found) or "zh")[:12]


class Logins:
    """Gives out logins nobody has; reads the taken ones once."""

    def __init__(self):
        self._taken = set(Account.objects.values_list("login", flat=True))
        self._next: dict[str, count] = {}

    def fresh(self, name: str) -> str:
        """The next free one for a name: zxm01, zxm02, …"""
        stem = initials(name)
        numbers = self._next.setdefault(stem, count(1))
        while (login := f"{stem}{next(numbers):02d}") in self._taken or not is_login(login):
            pass
        self._taken.add(login)
        return login
