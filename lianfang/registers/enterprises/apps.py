"""Enterprises: their place in the house."""
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnterprisesConfig(AppConfig):
    """The county's firms."""

    name = "lianfang.registers.enterprises"
    label = "enterprises"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from lianfang.ground import indicators
        from lianfang.ground.ui import nav

        from .indicators import ALL

        indicators.register(*ALL)
        nav.add("firms", _("企业"), "enterprises:firms", icon="building", right="look", order=62)
