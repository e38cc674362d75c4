"""A firm in the near unit."""
from lianfang.registers.enterprises import actions

from . import sample


@sample("firms/<uuid:pk>")
def firm(stage):
    return actions.add_firm(unit=stage.cast.units["丰禾社区"], title="青禾米业", code="91990100000000001D", office="0438-1234567",
                            by=stage.near, at=stage.cast.at).pk
