"""The place of risk points in the house: flows, tables, figures, jobs and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLE_FILES = Path(__file__).parent / "tables"
PAGES = {"risk_point": "riskpoints:point", "risk_week": "riskpoints:week"}


class RiskPointsConfig(AppConfig):
    """Risk points, the four gates, the weekly assessment."""

    name = "lianfang.response.risk.points"
    label = "riskpoints"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.workflow import agenda

        from . import flow, jobs, models
        from .indicators import ALL
        from .queries import agenda_items
        from .rules import TABLES, turn_times
        from .titles import titles

        for name in TABLES:
            decisions.register(TABLE_FILES / f"{name}.csv")
        kinds = {"risk_point": models.Point, "risk_week": models.Week}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: PAGES[code] for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="riskpoints", model=kinds[code], due=turn_times, pages=pages, titles=titles[code])
        indicators.register(*ALL)
        agenda.add("riskpoints", "risk", agenda_items)
        jobs.register()
        nav.add("riskpoints", _("风险研判"), "riskpoints:board", icon="alert", right="look", order=25)
