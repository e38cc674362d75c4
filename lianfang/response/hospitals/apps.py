"""Hospitals: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class HospitalsConfig(AppConfig):
    """Infection control in hospitals."""

    name = "lianfang.response.hospitals"
    label = "hospitals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models
        from .clocks import turn_times
        from .indicators import ALL
        from .titles import titles

        for name in ("hospital_clocks", "reminders"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"infection_week": models.Week, "infection_problem": models.Problem, "infection_reminder": models.Reminder}
        pages = {"infection_week": dict.fromkeys(("draft", "returned", "submitted"), "hospitals:week"),
                 "infection_problem": dict.fromkeys(("found", "mended"), "hospitals:problem"),
                 "infection_reminder": {"told": "hospitals:pass_on"}}
        for table in flow.FLOWS:
            code = table["flow"]
            workflow.register(table, app="hospitals", model=kinds[code], due=turn_times, pages=pages[code], titles=titles[code])
        indicators.register(*ALL)
        jobs.register()
        nav.add("hospitals", _("院感"), "hospitals:mine", icon="plus", right="ward", order=29)
        nav.add("hospitals_all", _("院感周报"), "hospitals:weeks", icon="roster", right="look", order=30)
