"""Chains: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"


class ChainsConfig(AppConfig):
    """Chains of infection and what is counted of an outbreak."""

    name = "lianfang.overview.chains"
    label = "chains"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions
        from lianfang.ground.ui import nav

        for name in ("serial_interval", "cluster_rule", "warning_rule"):
            decisions.register(TABLES / f"{name}.csv")
        nav.add("chains", _("传播链"), "chains:chain", icon="tree", right="investigate", order=25)
