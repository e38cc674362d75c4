"""Orders from verdict to release: their place in the house."""
from django.apps import AppConfig


class IsolationConfig(AppConfig):
    """Orders from verdict to release."""

    name = "lianfang.response.isolation"
    label = "isolation"
    default_auto_field = "django.db.models.BigAutoField"
