"""The portal's place in the house."""
from django.apps import AppConfig


class PortalConfig(AppConfig):
    """A way in for those a measure is about: no account, one person only."""

    name = "lianfang.entry.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"
