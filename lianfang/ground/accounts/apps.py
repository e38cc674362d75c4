"""The accounts' place in the house."""
from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in, with which role, where."""

    name = "lianfang.ground.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Put what the clock starts on the schedule."""
        from . import jobs  # noqa: F401
