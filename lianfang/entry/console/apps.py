"""Commands: their place in the house."""
from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    """Commands."""

    name = "lianfang.entry.console"
    label = "console"
    default_auto_field = "django.db.models.BigAutoField"
