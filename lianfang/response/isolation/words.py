"""What measures are called, and an order's number on paper."""
from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.workflow import FLOWS

from .models import RESULTS


def measure_word(code) -> str:
    """The measure in the reader's language."""
    return decisions.shipped("measure").labels.of("measure", code)


def asked_word(code) -> str:
    """The measure an exception asks for, in the reader's language."""
    return decisions.shipped("deviation").labels.of("asked_measure", code)


def reason_word(code) -> str:
    """The reason of an exception, in the reader's language."""
    return decisions.shipped("deviation").labels.of("reason", code)


def eased_word(step) -> str:
    """By which step somebody was freed or eased, in the reader's language."""
    return _("更正事实，按表重新判定") if step == "redecide" else str(FLOWS["order"].steps[step])


def minding_word(code) -> str:
    """How somebody is watched, in the reader's language; '' where the row does not say."""
    return decisions.shipped("measure").labels.of("minding", code) if code else ""


def group_word(code) -> str:
    """The priority group in the reader's language; '' for none."""
    return decisions.shipped("measure").labels.of("group", code) if code else ""


def release_word(code) -> str:
    """A condition of release in the reader's language; alarms are a condition of every row."""
    return _("告警") if code == "alarms" else decisions.shipped("measure").labels.of("release", code)


def special_word(code) -> str:
    """The special need in the reader's language; '' where there is none or nobody has asked."""
    return "" if code in ("", "none", "unknown") else decisions.shipped("measure").labels.of("special", code)


def category_word(code) -> str:
    """Of which category somebody on a list is, in the reader's language: where he came from, or which kind of contact."""
    for column, table in (("kind", "exposed"), ("origin", "measure")):
        labels = decisions.shipped(table).labels
        if (found := labels.of(column, code)) != code:
            return found
    return _("不明") if code in ("", "unknown") else code


def fate_word(code) -> str:
    """What becomes of an order when rows change, in the reader's language."""
    said = {"review": _("要人定"), "pass": _("解除"), "over": _("已到期，结束"), "measure": _("换措施"), "longer": _("延长"),
            "shorter": _("缩短"), "terms": _("检测日或解除条件变")}
    return said.get(code, code)


def result_word(code) -> str:
    """A test's outcome in the reader's language."""
    return str(RESULTS.get(code, code))


def number_of(order) -> str:
    """青隔〔2020〕0742号."""
    return f"{settings.PAPER_PREFIX}隔〔{order.year}〕{order.serial:04d}号"
