"""Rosters in: their place in the house."""
from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """Rosters in."""

    name = "lianfang.response.screening"
    label = "screening"
    default_auto_field = "django.db.models.BigAutoField"
