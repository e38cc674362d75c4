"""What a turn of transfers asks for, in a few words."""
from django.utils.translation import gettext as _

from .models import Departure, Incoming


def incoming_titles(ids) -> dict:
    """给邻县回执：〔2020〕3号."""
    says = {"taken": _("给{county}回执：{number}"), "receipted": _("落实{county}来函的人：{number}")}
    return {one.pk: says[one.state].format(county=one.county, number=one.number)
            for one in Incoming.objects.filter(pk__in=ids, state__in=says)}


def departure_titles(ids) -> dict:
    """催邻县医院回执."""
    return {one.pk: _("催{to}的接收回执").format(to=one.to) for one in Departure.objects.filter(pk__in=ids, state="sent")}


titles = {"incoming": incoming_titles, "departure": departure_titles}
