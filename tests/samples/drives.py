"""A drive on a roster of the near unit."""
from lianfang.ground.days import now
from lianfang.overview.drives import actions

from . import sample
from .screening import done


@sample("drives/<uuid:pk>")
def drive(stage):
    at = now()
    return actions.begin(title="连夜排查", roster=stage.of(done), started_at=at, by=stage.near, at=at).pk
