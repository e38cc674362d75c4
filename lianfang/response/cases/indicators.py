"""What is counted of cases: those reported, and of these whose source nobody knows; as known at a moment."""
from django.db.models import Exists, OuterRef, Q

from lianfang.ground.indicators import Indicator

from .models import Case, Inquiry, Link
from .models.inquiry import SOURCE

EXPLAINED = [kind for kind in SOURCE if kind != "unknown"]


def _reported(at):
    """Reported by then, and not ruled out by then."""
    return Q(reported_at__lte=at) & (~Q(state="ruled_out") | Q(closed_at__gt=at))


def _sourceless(at):
    """Not investigated by then; or infected here, and neither the form nor a case that may have infected him says how."""
    said = Inquiry._base_manager.filter(case=OuterRef("pk"), source_kind__in=EXPLAINED)
    linked = Link._base_manager.filter(case=OuterRef("pk"), certainty__in=("named", "possible"), at__lte=at).exclude(source=None)
    unexplained = Q(origin="local") & ~Exists(said) & ~Exists(linked)
    return _reported(at) & (Q(origin="") | Q(investigated_at__gt=at) | unexplained)


def _figure(code, zh, en, where, meaning_zh, meaning_en, parts=()):
    return Indicator(code, {"zh": zh, "en": en}, {"zh": meaning_zh, "en": meaning_en}, Case, where, "cases:cases", parts=parts)


ALL = [
    _figure("cases", "报告病例", "reported cases", _reported, "已经报告、没有排除的病例", "cases reported and not ruled out",
            (("cases_sourceless",),)),
    _figure("cases_sourceless", "来源不明", "source unknown", _sourceless,
            "已报告、还没有查明从哪里传来的病例；本地感染、调查表写来源不明、又没有连到别的病例的也算",
            "reported cases of which nobody knows yet where they were infected, or who were infected here, are linked to no case and of "
            "whom the form names no source"),
]
