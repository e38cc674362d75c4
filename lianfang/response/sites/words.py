"""What the states of a room are called, and how each looks on the drawing of the building."""
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions

ROOM_STATES = {"free": _("空房"), "reserve": _("备用"), "awaited": _("待入住"), "occupied": _("在住"), "to_clean": _("待消毒"),
               "staff": _("工作用房"), "shut": _("停用")}
LOOKS = {"occupied": "isolated", "awaited": "monitored", "to_clean": "to_check", "free": "normal", "reserve": "rented", "staff": "empty",
         "shut": "empty"}
LEGEND = {"isolated": _("在住"), "monitored": _("待入住"), "to_check": _("待消毒"), "normal": _("空房"), "rented": _("备用"),
          "empty": _("不住人")}
PLACEMENT_TONES = {"proposed": "warn", "awaited": "warn", "admitted": "bad", "in_hospital": "blue", "left": "good", "dropped": ""}
STEP_WORDS = {"confirm_room": _("就住这一间"), "change_room": _("换到这一间"), "merge": _("和家人同住")}


def wants_word(code) -> str:
    """What a room must be fit for, in the reader's language."""
    return decisions.shipped("room_rule").labels.of("wants", code)
