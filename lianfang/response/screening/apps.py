"""Screening's place in the house: its flows, table, jobs and navigation become known to the ground."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScreeningConfig(AppConfig):
    """Rosters in."""

    name = "lianfang.response.screening"
    label = "screening"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav
        from lianfang.ground.vault.indexes import indexed
        from lianfang.registers.people import behind, keys

        from . import flow, jobs, models
        from .clocks import turn_times
        from .queries.arrivals import remarks_opened

        for table in flow.FLOWS:
            pages = {code: "screening:doubt" for code, _zh, _en, *owned in table["states"] if owned}
            workflow.register(table, app="screening", model=models.Doubt, due=turn_times, pages=pages)
        for table in flow.LEADS:
            workflow.register(table, app="screening", model=models.Lead, due=turn_times, pages={"open": "screening:lead"})
        for name in ("keeping", "sources", "travel"):
            decisions.register(Path(__file__).parent / "tables" / f"{name}.csv")
        behind.add("screening", remarks_opened)
        indexed(models.Lead, "id_number", "id_blind", keys.id_blind)
        indexed(models.Lead, "phone", "phone_blind", keys.phone_blind)
        jobs.register()
        nav.add("rosters", _("名册"), "screening:rosters", icon="roster", right="enlist", order=40)
