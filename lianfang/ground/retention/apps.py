"""Retention's place in the house: its table and its job."""
from pathlib import Path

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """What is due goes by itself, every night."""

    name = "lianfang.ground.retention"
    label = "retention"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from .. import decisions
        from . import halt, jobs

        decisions.register(Path(__file__).parent / "tables" / "retention.csv")
        jobs.register()
        halt.watch()
