"""Discretion's place in the house: its flows, tables, job, navigation, and what counts as a look, become known."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class DiscretionConfig(AppConfig):
    """Glimpses and protected addresses."""

    name = "lianfang.response.discretion"
    label = "discretion"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav
        from lianfang.registers.people import looks

        from . import flow, jobs, models
        from .clocks import turn_times

        for name in ("protecting", "discretion_terms"):
            decisions.register(TABLES / f"{name}.csv")
        kinds = {"glimpse": (models.Glimpse, "discretion:glimpse"), "protection": (models.Protection, "discretion:protection")}
        for table in flow.FLOWS:
            model, page = kinds[table["flow"]]
            pages = {state: page for state, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="discretion", model=model, due=turn_times, pages=pages)
        looks.add("discretion.break_glass", _("辖区以外的人限时查看"), is_red=True)
        looks.add("discretion.open_address", _("看了受保护的住址"))
        nav.add("glimpses", _("辖区外查看"), "discretion:glimpses", icon="eye", right="trace", order=47)
        nav.add("protections", _("住址保护"), "discretion:protections", icon="eye", right="protect", order=48)
        jobs.register()
