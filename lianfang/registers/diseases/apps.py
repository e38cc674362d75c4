"""Diseases: their place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

TABLES = Path(__file__).parent / "tables"
ALWAYS = ("zh", "en", "class", "report_hours", "incubation_to", "lookback_days", "watch_days", "contact_is")


class DiseasesConfig(AppConfig):
    """Profiles of diseases."""

    name = "lianfang.registers.diseases"
    label = "diseases"

    def ready(self):
        """Register."""
        from lianfang.ground import decisions
        from lianfang.ground.decisions.registry import filled
        from lianfang.ground.ui import nav

        decisions.register(TABLES / "disease.csv", bounds=filled(*ALWAYS))
        nav.add("diseases", _("疾病档案"), "diseases:diseases", icon="note", right="look", order=64)
