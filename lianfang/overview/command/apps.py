"""Command's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommandConfig(AppConfig):
    """Emergency, level, groups, run card, responsibility, mechanisms."""

    name = "lianfang.overview.command"
    label = "command"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.workflow import agenda

        from . import flow, models, queries
        from .muster import titles
        from .rules import TABLES, turn_times

        for name in TABLES:
            decisions.register(Path(__file__).parent / "tables" / f"{name}.csv")
        pages = dict.fromkeys(models.OPEN, "command:called")
        workflow.register(flow.RECALL, app="command", model=models.Called, due=turn_times, pages=pages, titles=titles, right="work")
        agenda.add_tags(queries.tags)
        nav.add("command", _("指挥部"), "command:hq", icon="tree", right="look", order=51)
