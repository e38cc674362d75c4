"""Redress's place in the house: its flows, tables, figures, job and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class RedressConfig(AppConfig):
    """Appeals and corrections."""

    name = "lianfang.response.redress"
    label = "redress"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, jobs, models
        from .clocks import turn_times
        from .indicators import ALL
        from .titles import titles

        for name in ("redress_terms", "workdays"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"appeal": models.Appeal, "correction": models.Correction}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: f"redress:{code}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="redress", model=kinds[code], due=turn_times, pages=pages, titles=titles[code])
        indicators.register(*ALL)
        looks.add("redress.look", _("看了您提的申诉、更正或照片"))
        nav.add("appeals", _("申诉"), "redress:appeals", icon="note", right="look", order=45)
        jobs.register()
