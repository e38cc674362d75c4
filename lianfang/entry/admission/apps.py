"""Admission's place in the house."""
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from lianfang.ground.ui import nav


class AdmissionConfig(AppConfig):
    """Sign-in, slips and accounts."""

    name = "lianfang.entry.admission"
    label = "admission"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Put the accounts into the bar of those who staff."""
        nav.add("accounts", _("账号"), "accounts:accounts", icon="key", right="staff", order=900)
