"""What was filled in at a gate, on a page or on a phone, as what stands there: who says nothing comes from and goes with the first."""
from django.utils.translation import gettext_noop as _  # what is stored is stored in Chinese

from lianfang.ground.workflow import Refused

from ..models import Post
from . import UNKNOWN, Car, Someone
from .bearings import bearings
from .slips import AT_HOME, is_entry  # at such a gate who says nothing goes where it stands

SHARED = ("origin", "goes", "destination")
STEPS = ("scan", "temperature", "verify")


def car_of(said, people, *, pk, post: Post, at, received_at) -> Car:
    """A vehicle out of the answers of its form and of its people's; who shows an entry code has said before where from and what for.

    Raises Refused where nobody says what for.
    """
    if not said["purpose"] and not any(is_entry(one["slip"]) for one in people):
        raise Refused(_("请选择“来做什么”。"))
    places, first = bearings(post.unit), people[0]
    everybody = [{**one, **{name: one.get(name) or (not is_entry(one["slip"]) and first.get(name)) or "" for name in SHARED}}
                 for one in people]
    homes = {one["destination"]: places.home_of(one["destination"]) for one in everybody if _is_here(one, post) and one["destination"]}
    return Car(pk, post, at, received_at, [_someone(one, post, homes.get(one["destination"], places.county)) for one in everybody],
               said["direction"], said["means"], said["purpose"] or UNKNOWN, said["plate"])


def _is_here(one, post) -> bool:
    return one["goes"] == "here" or (not one["goes"] and post.tier in AT_HOME and not is_entry(one["slip"]))


def _someone(one, post, home) -> Someone:
    is_here = _is_here(one, post)
    if is_here and not one["destination"] and post.tier in AT_HOME:
        home = post.unit
    outside = "" if is_here or one["goes"] != "elsewhere" else one["destination"] or _("外县")
    return Someone(
        name=one["name"], id_kind=one["id_kind"], id_number=one["id_number"], phone=one["phone"], temperature=one["temperature"],
        symptoms=one["symptoms"] or UNKNOWN, code=one["code"] or UNKNOWN, proof="confirmed" if one["proof"] else "none",
        origin=one["origin"], home=home if is_here else None, destination=one["destination"] if is_here else outside, slip=one["slip"],
        skips={step: one[f"skip_{step}"] for step in STEPS if one.get(f"skip_{step}")})


def changes_of(passage, said) -> dict:
    """What was measured and asked anew of somebody held, as the record keeps it; what was left empty stays as it is."""
    found = {name: said[name] for name in ("temperature", "code", "symptoms", "origin", "name", "id_number", "phone")
             if said.get(name) not in (None, "")}
    if said.get("proof"):
        found["proof"] = "confirmed"
    if said.get("id_number"):
        found["id_kind"] = said["id_kind"]
    if said.get("goes") == "here":
        found |= {"home": bearings(passage.post.unit).home_of(said["destination"]), "destination": said["destination"]}
    elif said.get("goes") == "elsewhere":
        found |= {"home": None, "destination": said["destination"] or _("外县")}
    return found
