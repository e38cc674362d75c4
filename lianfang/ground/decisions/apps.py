"""The tables' place in the house."""
from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Decision tables and verdicts."""

    name = "lianfang.ground.decisions"
    label = "decisions"
    default_auto_field = "django.db.models.BigAutoField"
