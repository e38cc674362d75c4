"""A phase of the emergency, which belongs to no unit."""
from datetime import timedelta

from lianfang.overview.phases import actions

from . import free


@free("phases/<uuid:pk>")
def phase(stage):
    return actions.enter(title="分区分级", from_on=stage.cast.on - timedelta(days=3), document="青防指〔2020〕12号", decided_by="县指挥部",
                         by=stage.near, at=stage.cast.at).pk
