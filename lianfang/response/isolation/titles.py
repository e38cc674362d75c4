"""What a turn asks for, in the words of the street."""
from django.utils.translation import gettext as _

from .models import HALVES, NEEDS, Check, Need


def check_titles(ids) -> dict:
    """晨检, 晚检, with the day when it is another than the turn's own."""
    return {pk: _("{month}月{day}日{half}").format(month=on.month, day=on.day, half=HALVES[half])
            for pk, on, half in Check.objects.filter(pk__in=ids).values_list("pk", "on", "half")}


def need_titles(ids) -> dict:
    """买药, and what exactly."""
    return {need.pk: f"{NEEDS[need.kind]}：{need.wish.open()}" for need in Need.objects.filter(pk__in=ids)}


titles = {"check": check_titles, "need": need_titles}
