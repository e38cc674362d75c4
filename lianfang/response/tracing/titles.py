"""What a turn of tracing asks for, in a few words."""
from django.utils.translation import gettext as _

from lianfang.ground.days import day_end
from lianfang.registers.diseases.queries import disease_word

from .models import Contact, Index


def index_titles(ids) -> dict:
    """排查密接：新冠肺炎，3 月 8 日发病."""
    says = {"tracing": _("排查密接：{disease}，{day}"), "following": _("随访密接：{disease}，{day}")}
    return {one.pk: says[one.state].format(disease=disease_word(one.disease, one.anchor_on), day=one.anchor_on.isoformat())
            for one in Index.objects.filter(pk__in=ids, state__in=says)}


def contact_titles(ids) -> dict:
    """观察到 3 月 22 日."""
    says = {"watched": _("观察到 {day}"), "elsewhere": _("催外地回执"), "received": _("问外地结果，观察到 {day}"),
            "missing": _("外地没有找到的接触者，再找"), "recalled": _("告知外地：撤回协查")}
    return {one.pk: says[one.state].format(day=one.watch_until_on.isoformat())
            for one in Contact.objects.filter(pk__in=ids, state__in=says)}


def watch_opens(ids) -> dict:
    """A watch asks for nothing before its last day is over: the order has turns of its own."""
    return {one.pk: day_end(one.watch_until_on) for one in Contact.objects.filter(pk__in=ids, state="watched")}


titles = {"index": index_titles, "contact": contact_titles}
