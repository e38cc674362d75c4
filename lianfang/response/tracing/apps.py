"""Tracing's place in the house: its flows, tables, jobs and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class TracingConfig(AppConfig):
    """Contacts of cases."""

    name = "lianfang.response.tracing"
    label = "tracing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, jobs, models
        from .clocks import turn_times
        from .indicators import ALL
        from .titles import titles, watch_opens

        for name in ("contact_rule", "trace_clocks"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"index": models.Index, "contact": models.Contact}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: f"tracing:{code}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="tracing", model=kinds[code], due=turn_times, pages=pages, titles=titles[code],
                              opens=watch_opens if code == "contact" else None, right="investigate")
        indicators.register(*ALL)
        looks.add("tracing.print_letter", _("打印了协查函"))
        looks.add("tracing.print_recall", _("打印了撤回函"))
        nav.add("tracing", _("密接排查"), "tracing:indexes", icon="people", right="investigate", order=24)
        jobs.register()
