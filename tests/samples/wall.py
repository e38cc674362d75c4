"""A big screen of a street, paired."""
from lianfang.overview.wall import actions

from . import sample


@sample("wall/screens/<uuid:pk>")
def screen(stage):
    made, code = actions.issue_key(unit=stage.cast.units["禾阳街道"], name="街道一楼", by=stage.near, at=stage.cast.at)
    actions.pair(code=code, at=stage.cast.at)
    return made.pk
