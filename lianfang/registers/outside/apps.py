"""Outside: its place in the house."""
from django.apps import AppConfig


class OutsideConfig(AppConfig):
    """Answers of other offices."""

    name = "lianfang.registers.outside"
    label = "outside"
    default_auto_field = "django.db.models.BigAutoField"
