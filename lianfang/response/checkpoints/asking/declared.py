"""What somebody declared before he came, put where the guard typed nothing: by a code that is good, and marked as only his own word."""
from django.utils.translation import gettext_lazy as _

from . import UNKNOWN

TEXTS = ("name", "phone", "origin")
WORDS = {"name": _("姓名"), "id_number": _("证件号码"), "phone": _("电话"), "origin": _("从哪里来"), "destination": _("到哪里去"),
         "purpose": _("来做什么")}


def fill(cars, slips):
    """Fill in what is empty of who shows an entry code, and of who came with the first and says nothing of where from and where to."""
    for car in cars:
        for someone in car.people:
            slip = slips.get(someone.slip)
            if slip is not None and slip.kind == "entry" and slip.is_valid(car.at) and (said := getattr(slip, "declared", None)):
                _fill(car, someone, said, slip.unit)
        _share(car.people)


def _fill(car, someone, said, unit):
    found = {name: text for name in TEXTS if not getattr(someone, name) and (text := getattr(said, name).open())}
    if not someone.id_number:
        found["id_number"], someone.id_kind = said.id_number.open(), said.id_kind
    if _goes_nowhere(someone):
        found["destination"], someone.home = said.destination.open(), unit if said.goes == "here" else None
    for name, text in found.items():
        setattr(someone, name, text)
    if car.purpose == UNKNOWN:
        car.purpose = found["purpose"] = said.purpose
    someone.declared = sorted({*someone.declared, *found})


def _share(people):
    first, *others = people
    for one in others:
        found = {}
        if "origin" in first.declared and not one.origin:
            found["origin"] = one.origin = first.origin
        if "destination" in first.declared and _goes_nowhere(one):
            found["destination"], one.home = first.destination, first.home
            one.destination = first.destination
        one.declared = sorted({*one.declared, *found})


def _goes_nowhere(someone) -> bool:
    return someone.home is None and not someone.destination
