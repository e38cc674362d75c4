"""Official editions, grids, buildings, doors: their place in the house."""
from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    """Official editions, grids, buildings, doors."""

    name = "lianfang.registers.territory"
    label = "territory"
    default_auto_field = "django.db.models.BigAutoField"
