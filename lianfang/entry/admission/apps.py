"""Admission's place in the house."""
from pathlib import Path

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from lianfang.ground import decisions
from lianfang.ground.ui import nav

TABLES = Path(__file__).parent / "tables"
ASKED = {"sign_in": ["factor"], "passwords": ["length"], "tries": ["free", "first_minutes", "longest_minutes", "forgotten_hours"]}


class AdmissionConfig(AppConfig):
    """Sign-in, slips and accounts."""

    name = "lianfang.entry.admission"
    label = "admission"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register the tables, and put the accounts into the bar of those who staff."""
        for name, asked in ASKED.items():
            decisions.register(TABLES / f"{name}.csv", bounds=decisions.filled(*asked))
        nav.add("accounts", _("账号"), "accounts:accounts", icon="key", right="staff", order=900)
