"""Board, buildings, bulletins: their place in the house."""
from django.apps import AppConfig


class SituationConfig(AppConfig):
    """Board, buildings, bulletins."""

    name = "lianfang.overview.situation"
    label = "situation"
    default_auto_field = "django.db.models.BigAutoField"
