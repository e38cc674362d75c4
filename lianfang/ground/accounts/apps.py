"""The accounts' place in the house."""
from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in, with which role, where."""

    name = "lianfang.ground.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Put what the clock starts on the schedule."""
        from ..vault.indexes import indexed
        from . import jobs  # noqa: F401
        from .models import Account, phone_key

        indexed(Account, "phone", "phone_blind", phone_key)
