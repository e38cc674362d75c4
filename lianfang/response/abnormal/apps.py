"""Abnormal persons: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class AbnormalConfig(AppConfig):
    """The three firsts."""

    name = "lianfang.response.abnormal"
    label = "abnormal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, models
        from .clocks import turn_times
        from .titles import titles

        decisions.register(TABLES / "abnormal_clocks.csv")
        workflow.register(flow.SIGHTING, app="abnormal", model=models.Sighting, due=turn_times, titles=titles,
                          pages=dict.fromkeys(("reported", "measured"), "abnormal:sighting"))
        looks.add("abnormal.read_sighting", _("看了您的异常人员报告"))
        nav.add("abnormal_report", _("报异常"), "abnormal:report_sighting", icon="alert", right="guard", order=26)
        nav.add("abnormal", _("异常人员"), "abnormal:sightings", icon="heat", right="record", order=27)
