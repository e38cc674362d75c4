"""My work, timelines, search: their place in the house."""
from django.apps import AppConfig


class HomeConfig(AppConfig):
    """My work, timelines, search."""

    name = "lianfang.entry.home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"
