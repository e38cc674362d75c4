"""A post of the cast's county, and cars that come to it."""
from dataclasses import dataclass

from lianfang.ground.ids import uuid7
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Post

GREEN = {"temperature": 36.5, "symptoms": "no", "code": "green", "id_number": "220722199001010015", "name": "秦朗", "origin": "本省四平"}
WUHAN = {"temperature": 37.6, "origin": "湖北武汉", "name": "高原", "id_number": "420106198503120011"}


@dataclass
class Gate:
    """The county's south toll station, and its people."""

    cast: object
    post: Post

    def someone(self, **said):
        return actions.Someone(**{**GREEN, "home": self.cast.units["502"], **said})

    def car(self, *people, at=None, post=None, **said):
        at = at or self.cast.at
        return actions.Car(said.pop("id", None) or uuid7(), post or self.post, at, at, list(people) or [self.someone()], **said)

    def comes(self, *people, by=None, **said):
        car = self.car(*people, **said)
        [vehicle] = actions.pass_vehicle(cars=[car], by=by or self.cast.post, at=car.at)
        return vehicle


def put_up(cast, **said):
    told = {"name": "青禾南收费站", "tier": "county", "kind": "expressway", "departments": ["police", "health"], "team_phone": "5550120",
            "site": cast.units["望河社区"], "from_on": cast.on, **said}
    return actions.put_up_post(unit=told.pop("unit", None) or cast.units["禾阳街道"], by=cast.officer, at=cast.at, **told)
