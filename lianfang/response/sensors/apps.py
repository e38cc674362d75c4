"""Sensors at doors: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class SensorsConfig(AppConfig):
    """Devices at doors."""

    name = "lianfang.response.sensors"
    label = "sensors"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models
        from .clocks import turn_times
        from .titles import titles

        for name in ("sensor_terms", "sensor_clocks", "sensor_basis", "door_answers"):
            decisions.register(TABLES / f"{name}.csv")
        workflow.register(flow.DOOR_ALERT, app="sensors", model=models.Alert, due=turn_times, titles=titles, right="record",
                          pages=dict.fromkeys(("open", "raised"), "sensors:door_alert"))
        nav.add("sensors", _("门磁"), "sensors:doors", icon="lock", right="record", order=28)
        jobs.register()
