"""What is said and measured at a post, and how it is put to the county's tables."""
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lianfang.ground import decisions
from lianfang.ground.units.models import Unit
from lianfang.ground.vault import blinds
from lianfang.ground.vault.indexes import turned
from lianfang.registers.territory.queries.shut import Way

from ..models import Post

UNKNOWN = "unknown"
STRICT = ("pass", "register", "full", "manual_review", "turn_back", "observe", "transfer")  # ever stricter


@dataclass(slots=True)
class Someone:
    """Somebody in a vehicle, as he said and as was measured; what nobody said is empty, what was left out has a reason in `skips`.

    `declared` names what he did not say here, but before he came.
    """

    name: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    temperature: float | None = None
    symptoms: str = UNKNOWN
    code: str = UNKNOWN
    proof: str = "none"
    origin: str = ""
    home: Unit | None = None
    destination: str = ""
    slip: str = ""
    skips: dict = field(default_factory=dict)
    declared: list = field(default_factory=list)


@dataclass(slots=True)
class Car:
    """What stands at a post: a vehicle, or people on foot. `id` is the record's; `at` when it was there, `received_at` when it was told."""

    id: UUID
    post: Post
    at: datetime
    received_at: datetime
    people: list[Someone]
    direction: str = "in"
    means: str = "car"
    purpose: str = UNKNOWN
    plate: str = ""


def facts_of(car, someone, *, origin, risk, slip, standing, shut=None) -> dict:
    """Somebody at a gate in the words of the gate table; `shut`: the order that shuts his way."""
    return {
        "tier": car.post.tier, "direction": car.direction, "purpose": car.purpose,
        "road": "ordered" if shut else road_of(car.post, car.purpose),
        "origin": origin, "origin_risk": risk, "code": someone.code,
        "temperature": "not_measured" if someone.temperature is None else someone.temperature, "symptoms": someone.symptoms,
        "destination": "here" if someone.home else "elsewhere" if someone.destination else UNKNOWN,
        "pass": slip, "proof": someone.proof, "standing": standing,
    }


def way_of(post, purpose, plate="", home=None) -> Way:
    """Through the place of the post to where somebody goes in this county; of the county, where he named no place, nothing is asked."""
    return Way(tuple({post.unit.path, *([home.path] if home is not None and home.parent_id else [])}), purpose, plate)


def road_of(post, purpose) -> str:
    """Whether the road is closed to who comes for that: its document may spare some."""
    return "open" if post.road == "open" or purpose in post.spared else "closed"


def risk_of(place, on) -> str:
    """The risk of a place of departure, by the county's one list."""
    return decisions.decide("risk_places", {"place": place or UNKNOWN}, on=on).result["risk"] or UNKNOWN


def strictest(outcomes) -> str:
    """The one of several outcomes that all in a vehicle wait for."""
    return max(outcomes, key=STRICT.index)


def plate_blind(plate) -> str:
    """What equal plates have in common; nothing of nothing."""
    return turned(blinds("checkpoints.plate", plate)) if plate else ""
