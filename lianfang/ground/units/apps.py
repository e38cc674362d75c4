"""The units' place in the house."""
from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """The tree of places."""

    name = "lianfang.ground.units"
    label = "units"
    default_auto_field = "django.db.models.BigAutoField"
