"""What a turn asks for, in the words of a hospital."""
from django.utils.translation import gettext as _

from .models import Problem, Reminder, Week


def week_titles(ids) -> dict:
    """填院感周报：县人民医院 3月9日起."""
    says = {"draft": _("填院感周报：{title} {month}月{day}日起"), "returned": _("改退回的院感周报：{title} {month}月{day}日起"),
            "submitted": _("审核院感周报：{title} {month}月{day}日起")}
    found = Week.objects.filter(pk__in=ids, state__in=says).select_related("hospital")
    return {one.pk: says[one.state].format(title=one.hospital.title, month=one.monday.month, day=one.monday.day) for one in found}


def problem_titles(ids) -> dict:
    """整改：县人民医院 手卫生（急诊科）."""
    says = {"found": _("整改：{title} {area}（{ward}）"), "mended": _("核销：{title} {area}（{ward}）")}
    found = Problem.objects.filter(pk__in=ids, state__in=says).select_related("hospital")
    return {one.pk: says[one.state].format(title=one.hospital.title, area=one.get_area_display(), ward=one.ward) for one in found}


def reminder_titles(ids) -> dict:
    """今天的院感提醒：县人民医院."""
    found = Reminder.objects.filter(pk__in=ids).select_related("hospital")
    return {one.pk: _("今天的院感提醒：{title}").format(title=one.hospital.title) for one in found}


titles = {"infection_week": week_titles, "infection_problem": problem_titles, "infection_reminder": reminder_titles}
