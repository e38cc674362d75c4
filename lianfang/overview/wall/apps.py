"""The wall's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WallConfig(AppConfig):
    """The big screen."""

    name = "lianfang.overview.wall"
    label = "wall"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions
        from lianfang.ground.ui import nav

        from . import jobs
        from .rules import TABLES

        for name in TABLES:
            decisions.register(Path(__file__).parent / "tables" / f"{name}.csv")
        jobs.register()
        nav.add("wall", _("大屏"), "wall:screens", icon="board", right="urge", order=24, covers=("/wall/",))
