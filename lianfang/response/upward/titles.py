"""What a turn of reporting asks for, in a few words."""
from django.utils.translation import gettext as _

from .models import Event


def titles(ids) -> dict:
    """首报市指挥部：新冠肺炎确诊病例1例."""
    says = {"first": _("首报市指挥部：{title}"), "following": _("进程报市指挥部：{title}")}
    return {one.pk: says[one.state].format(title=one.title) for one in Event.objects.filter(pk__in=ids, state__in=says)}
