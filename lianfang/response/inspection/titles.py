"""What a turn of inspection asks for, in a few words."""
from django.utils.translation import gettext as _

from lianfang.ground.days import day_start

from .models import CHANNELS, Complaint, LastPlace, Problem, Round, Visit
from .rules import topic_word


def visit_titles(ids) -> dict:
    """检查 丰禾社区."""
    found = Visit._base_manager.filter(pk__in=ids).values_list("pk", "place__name")
    return {pk: _("去检查：{place}").format(place=place) for pk, place in found}


def problem_titles(ids) -> dict:
    """整改：卡点值守, 复查：卡点值守."""
    says = {"open": _("整改检查问题：{topic}"), "fixed": _("复查整改：{topic}")}
    found = Problem._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "topic")
    return {pk: says[state].format(topic=topic_word(topic)) for pk, state, topic in found}


def round_titles(ids) -> dict:
    """截止打分, 公布排名."""
    says = {"running": _("截止打分：{title}"), "reply": _("公布排名：{title}")}
    found = Round._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "title")
    return {pk: says[state].format(title=title) for pk, state, title in found}


def complaint_titles(ids) -> dict:
    """办理投诉（网上）."""
    says = {"received": _("办理投诉（{channel}）"), "answered": _("核销投诉（{channel}）")}
    found = Complaint._base_manager.filter(pk__in=ids, state__in=says).values_list("pk", "state", "channel")
    return {pk: says[state].format(channel=CHANNELS[channel]) for pk, state, channel in found}


def last_titles(ids) -> dict:
    """末位：石桥村，乡镇主要负责人约谈村书记."""
    found = LastPlace._base_manager.filter(pk__in=ids).values_list("pk", "unit__name", "words")
    return {pk: _("排在末位：{unit}，{words}").format(unit=unit, words=words) for pk, unit, words in found}


def visits_open(ids) -> dict:
    """From which day a visit may be made."""
    return {pk: day_start(on) for pk, on in Visit._base_manager.filter(pk__in=ids, state="planned").values_list("pk", "on")}


titles = {"inspection_visit": visit_titles, "inspection_problem": problem_titles, "inspection_round": round_titles,
          "complaint": complaint_titles, "last_place": last_titles}
opens = {"inspection_visit": visits_open}
