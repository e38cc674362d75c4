"""Isolation's place in the house: its flows, tables, figures, jobs and addresses become known to the ground."""
from pathlib import Path

from django.apps import AppConfig

TABLES = Path(__file__).parent / "tables"


class IsolationConfig(AppConfig):
    """Orders from verdict to release."""

    name = "lianfang.response.isolation"
    label = "isolation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow

        from . import flow, jobs, models
        from .clocks import turn_times
        from .indicators import ALL

        for name in ("measure", "clocks", "fever", "risk_places"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"order": models.Order, "check": models.Check, "alarm": models.Alarm, "need": models.Need, "review": models.Review,
                 "handover": models.Handover}
        for table in flow.FLOWS:
            workflow.register(table, app="isolation", model=kinds[table["flow"]], due=turn_times)
        indicators.register(*ALL)
        jobs.register()
