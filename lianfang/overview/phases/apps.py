"""The phases' place in the house."""
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PhasesConfig(AppConfig):
    """Phases of the emergency."""

    name = "lianfang.overview.phases"
    label = "phases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground.ui import nav

        nav.add("phases", _("防控阶段"), "phases:phases", icon="flow", right="look", order=52)
