"""An hour at a gate, told inside the server's process: cars that simply pass, and what stands on record afterwards."""
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_of, now
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import Unit
from lianfang.registers.people.typed.identity import check_digit
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Passage, Post, Shift, Vehicle


def a_village_gate(by="officer"):
    """A village's gate that untrained people watch."""
    officer, at = Account.objects.get(login=by), now()
    village = Unit.objects.get(name="丰禾社区", level="village")
    post = actions.put_up_post(unit=village, name="丰禾社区东门", tier="village", kind="gate", form="quick", from_on=day_of(at), by=officer,
                               at=at)
    return str(post.pk)


def a_county_gate(by="officer"):
    """A toll station at the county's edge, watched by people who were trained."""
    officer, at = Account.objects.get(login=by), now()
    town = Unit.objects.get(name="禾阳街道", level="township")
    post = actions.put_up_post(unit=town, name="青禾南收费站", tier="county", kind="expressway", from_on=day_of(at), by=officer, at=at)
    return str(post.pk)


def cars_pass(count, by="post"):
    """So many green cars with one or two people each, counted and recorded."""
    post, guard, at = Post.objects.select_related("unit").get(), Account.objects.get(login=by), now()
    cars = [actions.Car(uuid7(), post, at, at, _people(n, post), plate=f"禾B{n:05d}", purpose="home") for n in range(count)]
    made = actions.pass_vehicle(cars=cars, by=guard, at=at)
    actions.tally(shift=Shift.objects.get(closed_at=None), vehicles=count, people=sum(one.people for one in made), by=guard, at=at)
    return [one.outcome for one in made]


def _people(n, post):
    body = f"99010119{50 + n:02d}0101{n:03d}"
    driver = actions.Someone(name="过路人", id_number=body + check_digit(body), temperature=36.4, symptoms="no", code="green",
                             origin="本县", home=post.unit)
    beside = actions.Someone(name="同车", temperature=36.6, symptoms="no", code="green", origin="本县", home=post.unit,
                             skips={"scan": "no_document"})
    return [driver] if n % 2 else [driver, beside]


def on_record():
    """Vehicles, people in them, passages, and whom the register knows of them."""
    vehicles = list(Vehicle.objects.values_list("people", flat=True))
    return {"vehicles": len(vehicles), "people": sum(vehicles), "passages": Passage.objects.count(),
            "known": Passage.objects.exclude(person=None).count()}


def said_on_record():
    """Of each passage what is kept of the person, opened with the server's key."""
    return [{"name": one.name.open(), "id_number": one.id_number.open(), "phone": one.phone.open(), "origin": one.origin.open(),
             "destination": one.destination.open(), "home": one.home.name, "purpose": one.vehicle.purpose, "temperature": one.temperature,
             "outcome": one.outcome, "declared": one.declared} for one in Passage.objects.select_related("vehicle", "home")]


def posts_of_vehicles():
    """Where each vehicle was checked."""
    return list(Vehicle.objects.values_list("post__name", flat=True))
