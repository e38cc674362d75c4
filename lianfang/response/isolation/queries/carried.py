"""What a phone carries of orders."""
from django.utils.dateformat import format
from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI

from ..models import SYMPTOMS, Check, Order, SecondReading


def carried_orders(path) -> dict:
    """Open orders at or below a place, by person."""
    rows = Order.objects.active().filter(unit__path__under=path).only("id", "person_id", "measure", "base_on", "days")
    return {order.person_id: order for order in rows}


def readings_of(record) -> list[tuple[str, str]]:
    """What stands in a check, or in the check a second reading is of, in words."""
    check = Check.objects.filter(pk=record).first() or Check.objects.filter(second_readings=record).first()
    if check is None:
        return []
    found = [(_("第一次"), _reading(check))] if check.recorded_at else []
    return found + [(_("再量一次"), _reading(one)) for one in SecondReading.objects.filter(first=check.pk).order_by("recorded_at")]


def _reading(one) -> str:
    symptoms = "、".join(str(SYMPTOMS[code]) for code in one.symptoms.split("|") if code) or _("无症状")
    return f"{one.temperature}℃ {symptoms} {format(one.recorded_at.astimezone(SHANGHAI), _('n月j日 H:i'))}"
