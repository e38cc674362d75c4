"""Commands of upkeep: their place in the house."""
from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    """Commands."""

    name = "lianfang.entry.console.upkeep"
    label = "upkeep"
    default_auto_field = "django.db.models.BigAutoField"
