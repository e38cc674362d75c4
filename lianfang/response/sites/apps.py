"""Sites: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class SitesConfig(AppConfig):
    """Central sites, their rooms and who stays in them."""

    name = "lianfang.response.sites"
    label = "sites"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, indicators, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, jobs, models
        from .indicators import ALL
        from .rules import turn_times
        from .titles import opens, titles

        for name in ("site_rule", "site_clocks", "room_rule"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"placement": models.Placement, "cleaning": models.Cleaning, "round": models.Round, "counsel": models.Counsel,
                 "trip": models.Trip}
        for table in flow.FLOWS:
            code = table["flow"]
            pages = {state: f"sites:{code}" for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="sites", model=kinds[code], due=turn_times, pages=pages, titles=titles[code],
                              opens=opens.get(code))
        indicators.register(*ALL)
        jobs.register()
        looks.add("sites.print_trip", _("打印了转运单"))
        nav.add("sites", _("隔离点"), "sites:sites", icon="building", right="look", order=28)
