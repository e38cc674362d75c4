"""Upward's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class UpwardConfig(AppConfig):
    """Reports to the city."""

    name = "lianfang.response.upward"
    label = "upward"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav

        from . import flow, models
        from .clocks import turn_times
        from .titles import titles

        for name in ("upward_clocks", "upward_rule"):
            decisions.register(TABLES / f"{name}.csv")
        workflow.register(flow.EVENT, app="upward", model=models.Event, due=turn_times, titles=titles, right="investigate",
                          pages=dict.fromkeys(("first", "following"), "upward:event"))
        nav.add("upward", _("上报市里"), "upward:events", icon="bell", right="investigate", order=25)
