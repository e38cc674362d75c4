"""The place of directives in the house: flows, tables, figures and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"
PAGES = {"directive": "directives:directive", "receipt": "directives:receipt", "task": "directives:task", "desk_shift": "directives:shift",
         "adoption": "directives:adoption"}


class DirectivesConfig(AppConfig):
    """Directives and what must be done."""

    name = "lianfang.response.directives"
    label = "directives"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.workflow import agenda

        from . import flow, models
        from .clocks import turn_times
        from .indicators import ALL
        from .queries.agenda import agenda_items
        from .titles import titles

        for name in ("due", "directive_clocks", "directive_series"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"directive": models.Directive, "receipt": models.Receipt, "task": models.Task, "desk_shift": models.Shift,
                 "adoption": models.Adoption}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: PAGES[code] for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="directives", model=kinds[code], due=turn_times, pages=pages, titles=titles[code])
        indicators.register(*ALL)
        agenda.add("directives", "tasks", agenda_items)
        nav.add("directives", _("指令督办"), "directives:tasks", icon="order", right="look", order=21)
        nav.add("duty_desk", _("值班台"), "directives:desk", icon="phone", right="direct", order=21)
