"""The clock's place in the house."""
from django.apps import AppConfig


class ClockConfig(AppConfig):
    """Schedule under a lease."""

    name = "lianfang.ground.clock"
    label = "clock"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """The one job of no loop: a county fills within an evening, and the database has to notice."""
        from .schedule import job

        job("clock.weigh", "every 3600", _weigh)


def _weigh(*, at):
    from .. import rows

    rows.weigh()
