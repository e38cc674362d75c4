"""The papers' place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class PapersConfig(AppConfig):
    """Weekly bulletins, releases, zero reports, templates."""

    name = "lianfang.overview.papers"
    label = "papers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models, queries
        from .indicators import ALL
        from .rules import paper_times, zero_times

        for name in ("paper_terms", "zero_terms", "zero_items"):
            decisions.register(TABLES / f"{name}.csv")
        workflow.register(flow.PAPER, app="papers", model=models.Paper, due=paper_times, titles=queries.paper_titles,
                          pages={"drafted": "papers:paper", "approved": "papers:paper"})
        workflow.register(flow.ZERO, app="papers", model=models.ZeroReport, due=zero_times, titles=queries.zero_titles,
                          pages={"due": "papers:zero_report"})
        indicators.register(*ALL)
        indicators.tell(queries.tellings)
        jobs.register()
        nav.add("papers", _("材料"), "papers:papers", icon="bulletin", right="look", order=52)
        nav.add("zero", _("零报告"), "papers:zeros", icon="check", right="look", order=52)
