"""A post in the near unit, a shift, a vehicle with somebody held in it, a notice of him, a pass of door 502."""
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Notice, Passage, Post

from . import sample

SOMEBODY = {"name": "高原", "id_number": "420106198503120011", "phone": "13800005678", "temperature": 37.9, "symptoms": "no",
            "code": "green"}


@sample("checkpoints/posts/<uuid:pk>", "checkpoints/gate/<uuid:pk>")
def post(stage):
    units = stage.cast.units
    return actions.put_up_post(unit=units["丰禾社区"], name="丰禾社区东门", tier="village", kind="gate", site=units["望河社区"],
                               from_on=stage.cast.on, by=stage.near, at=stage.cast.at).pk


@sample("checkpoints/gate/shifts/<uuid:pk>")
def shift(stage):
    with everything():
        post_ = Post.objects.get(pk=stage.of(post))
        return actions.open_shift(post=post_, people=3, by=stage.near, at=stage.cast.at).pk


@sample("checkpoints/gate/vehicles/<uuid:pk>")
def vehicle(stage):
    with everything():
        stage.of(shift)
        someone = actions.Someone(origin="湖北武汉", home=None, destination="邻县", **SOMEBODY)
        other = actions.Someone(**{**SOMEBODY, "id_number": "", "name": "林下", "temperature": 36.5}, skips={"scan": "child"},
                                origin="湖北武汉", destination="邻县")
        car = actions.Car(uuid7(), Post.objects.get(pk=stage.of(post)), stage.cast.at, stage.cast.at, [someone, other], plate="禾A58K21")
        return actions.pass_vehicle(cars=[car], by=stage.near, at=stage.cast.at)[0].pk


@sample("checkpoints/gate/passages/<uuid:pk>")
def passage(stage):
    return Passage.objects.get(vehicle=stage.of(vehicle), seat=1).pk


@sample("checkpoints/notices/<uuid:pk>")
def notice(stage):
    return Notice.objects.get(passage__vehicle=stage.of(vehicle), passage__seat=2).pk


@sample("checkpoints/passes/<uuid:pk>")
def slip(stage):
    actions.declare_entry(said={"name": "章秋水", "id_kind": "id_card", "id_number": "420106198503120011", "phone": "13800005678",
                                "origin": "广东深圳", "goes": "here", "destination": "丰禾社区", "purpose": "work"}, at=stage.cast.at)
    return actions.issue_passes(units=[stage.unit], kind="vehicle", road="closed", plate="禾A58K21", by=stage.near, at=stage.cast.at)[0].pk
