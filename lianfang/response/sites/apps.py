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
        from lianfang.ground import decisions
        from lianfang.ground.ui import nav

        decisions.register(TABLES / "site_rule.csv")
        nav.add("sites", _("隔离点"), "sites:sites", icon="building", right="look", order=28)
