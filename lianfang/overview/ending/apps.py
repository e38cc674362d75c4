"""The ending's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EndingConfig(AppConfig):
    """The end of the emergency."""

    name = "lianfang.overview.ending"
    label = "ending"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.retention.halt import halts
        from lianfang.ground.ui import nav

        from . import flow, jobs, models, queries
        from .rules import turn_times

        decisions.register(Path(__file__).parent / "tables" / "ending.csv")
        pages = dict.fromkeys(("proposed", "agreed", "cooling", "carrying"), "ending:ending")
        workflow.register(flow.ENDING, app="ending", model=models.Ending, due=turn_times, pages=pages)
        jobs.register()
        halts(queries.is_carrying)
        nav.add("kept", _("保存期"), "ending:kept", icon="clock", right="retain", order=910)
        nav.add("ending", _("结束应急"), "ending:index", icon="lock", right="end", order=920)
