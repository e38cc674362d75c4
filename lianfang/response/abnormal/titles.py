"""What a turn asks for, in the words of whoever's it is."""
from django.utils.translation import gettext as _

from .models import Sighting


def titles(ids) -> dict:
    """测量异常人员：周＊明."""
    says = {"reported": _("马上测量：{name}"), "measured": _("马上隔离或排除：{name}")}
    found = Sighting._base_manager.filter(pk__in=ids, state__in=says).select_related("person")
    return {one.pk: says[one.state].format(name=one.person.masked_name) for one in found}
