"""The clock's place in the house."""
from django.apps import AppConfig


class ClockConfig(AppConfig):
    """Schedule under a lease."""

    name = "lianfang.ground.clock"
    label = "clock"
    default_auto_field = "django.db.models.BigAutoField"
