"""Risk's place in the house: its flows, tables, jobs and addresses become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class RiskConfig(AppConfig):
    """Risk levels of places, rings round cases."""

    name = "lianfang.response.risk"
    label = "risk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.territory.queries import standing

        from . import flow, jobs, models
        from .clocks import turn_times
        from .queries.zones import told_of
        from .titles import titles

        for name in ("risk_level", "risk_area", "risk_clocks", "rings"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"level": models.Level, "ring": models.Ring, "ring_task": models.RingTask}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: f"risk:{code}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="risk", model=kinds[code], due=turn_times, pages=pages, titles=titles[code])
        nav.add("risk", _("风险等级"), "risk:levels", icon="alert", right="look", order=24)
        standing.add("risk", told_of)
        jobs.register()
