"""The trials' place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class TrialConfig(AppConfig):
    """Policies tried before they hold."""

    name = "lianfang.overview.trial"
    label = "trial"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions
        from lianfang.ground.ui import nav
        from lianfang.ground.workflow import ahead

        from . import queries

        decisions.register(TABLES / "trial_terms.csv")
        ahead.add("trials", ahead.REHEARSED, queries.rehearsed_ahead)
        ahead.add_beside("trials", queries.trials_beside)
        nav.add("trials", _("政策试算"), "trial:trials", icon="flow", right="approve", order=53)
