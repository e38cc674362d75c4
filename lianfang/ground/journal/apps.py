"""The journal's place in the house."""
from django.apps import AppConfig


class JournalConfig(AppConfig):
    """What happened, only ever added."""

    name = "lianfang.ground.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"
