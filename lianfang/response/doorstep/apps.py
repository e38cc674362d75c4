"""Doorstep's place in the house: its flows, tables, figures, jobs and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class DoorstepConfig(AppConfig):
    """Screening from door to door."""

    name = "lianfang.response.doorstep"
    label = "doorstep"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models
        from . import indicators as figures
        from .clocks import turn_times
        from .titles import calls_open, titles

        for name in ("doorstep_terms", "call_again"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"campaign": models.Campaign, "share": models.Share, "call": models.Call, "seal": models.Seal}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: f"doorstep:{code}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="doorstep", model=kinds[code], due=turn_times, pages=pages, titles=titles[code],
                              opens=calls_open if code == "call" else None)
        indicators.register(*figures.ALL)
        nav.add("doorstep", _("入户"), "doorstep:campaigns", icon="home", right="look", order=42)
        jobs.register()
