"""What days, fates and measures of a trial are called."""
from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.units.models import Unit
from lianfang.response.isolation.words import category_word, fate_word, measure_word

from .models import Group, Trial

REVIEW, FREE = "v", "-"
MEASURES = {"c": "central_quarantine", "h": "home_quarantine", "m": "home_monitoring", "r": "refer_fever_clinic"}
ORDER = "chmr-v"


def letter_word(letter) -> str:
    """The measure of a letter; free, or left to a person."""
    return _("不受管") if letter == FREE else _("要人定") if letter == REVIEW else measure_word(MEASURES[letter])


def fate_words(code) -> str:
    """What happens to those of a group."""
    own = {"same": _("不变"), "exception": _("批了例外，不动"), "elsewhere": _("按别的规则表管，不动"),
           "bound": _("现在不受管，按这版要管"), "stricter": _("换更严的措施"), "milder": _("换更松的措施")}
    return own.get(code) or fate_word(code)


def named(cut, codes) -> dict:
    """The words of the codes of one cut of the figures."""
    if cut == "town":
        return dict(Unit.objects.filter(pk__in=codes).values_list("pk", "name"))
    words = {"old": letter_word, "new": letter_word, "category": category_word, "fate": fate_words}[cut]
    return {code: words(code) for code in codes}


def title_of(trial: Trial) -> str:
    """密接判定表 own-3; 密接判定表 2022-06-28 版."""
    if trial.version:
        return title_of_version(trial.version)
    table = decisions.shipped(trial.table).title
    return _("{table} {day} 版").format(table=table, day=trial.edition_on.isoformat())


def new_letter(group: Group, day: int, first: int) -> str:
    """What the page says of a group on a day after the change: whoever is left to a person is said to be so."""
    return REVIEW if group.fate == "review" and day >= first else group.new[day]


def title_of_version(version) -> str:
    """The table and the mark."""
    return f"{decisions.shipped(version.table).title} {version.mark}"
