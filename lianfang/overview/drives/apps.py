"""The drives' place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DrivesConfig(AppConfig):
    """Roster, isolation and test in one go."""

    name = "lianfang.overview.drives"
    label = "drives"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions, workflow
        from lianfang.ground.ui import nav

        from . import flow, jobs, models, queries
        from .rules import turn_times

        decisions.register(Path(__file__).parent / "tables" / "drive_stages.csv")
        workflow.register(flow.DRIVE, app="drives", model=models.Drive, due=turn_times, titles=queries.titles,
                          pages={"running": "drives:drive"})
        jobs.register()
        nav.add("drives", _("突击排查"), "drives:drives", icon="heat", right="look", order=43)
