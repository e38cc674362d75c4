"""What is said of members and of when they are due, in the reader's words."""
from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI
from lianfang.ground.decisions import shipped
from lianfang.ground.ui import parts

from .queries import GROUPS, awaited_word, fit_word


def hours_word(hours) -> str:
    """Hours as one says them: 7 天, 24 小时."""
    if hours % 24 == 0 and hours > 24:
        return _("{n} 天").format(n=hours // 24)
    return _("{n} 小时").format(n=hours)


def rule_word(group) -> str:
    """What a group asks: 列入后 24 小时内首检，以后每 7 天一次，混采."""
    first = _("列入后 {first}内首检").format(first=hours_word(group.first))
    again = _("只检一次") if group.every is None else _("以后每 {every}一次").format(every=hours_word(group.every))
    return _("，").join((first, again, sampling_word(group.sampling)))


def sampling_word(code) -> str:
    """单采 or 混采."""
    return shipped(GROUPS).labels.of("sampling", code)


def fit_tag(is_fit):
    """The same as a mark."""
    return "—" if is_fit is None else parts.tag(fit_word(is_fit), "good" if is_fit else "bad", "check" if is_fit else "alert")


def awaited_tag(is_fit):
    """The same as a mark."""
    return parts.tag(awaited_word(None), "", "clock") if is_fit is None else fit_tag(is_fit)


def moment_word(at) -> str:
    """2020-03-10 14:00."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if at else ""


def due_word(at, now) -> str:
    """逾期 or by when, for a sheet."""
    return "" if at is None else _("逾期") if at < now else moment_word(at)
