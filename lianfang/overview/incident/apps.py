"""The incident file's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class IncidentConfig(AppConfig):
    """Cases whole, and what is published of them."""

    name = "lianfang.overview.incident"
    label = "incident"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.registers.people import looks

        from . import flow, models
        from .clocks import turn_times

        for name in ("trajectory_clocks", "trajectory_person", "trajectory_place"):
            decisions.register(TABLES / f"{name}.csv")
        workflow.register(flow.TRAJECTORY, app="incident", model=models.Trajectory, due=turn_times, right="investigate",
                          pages={"drafted": "incident:trajectory"})
        looks.add("incident.read_file", _("看了您的事件档案"))
        looks.add("incident.print_file", _("打印了有您的事件档案"))
