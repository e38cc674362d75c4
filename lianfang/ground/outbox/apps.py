"""The outbox's place in the house: the flow of conflicts, its hours, and its pages."""
from pathlib import Path

from django.apps import AppConfig

TABLES = Path(__file__).parent / "tables"


class OutboxConfig(AppConfig):
    """What phones send and carry."""

    name = "lianfang.ground.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register."""
        from .. import decisions, workflow
        from . import flow, models, queries

        decisions.register(TABLES / "waits.csv", bounds=decisions.filled("within"))
        pages = dict.fromkeys(flow.WAITING, "outbox:conflict") | {"boxed": "outbox:boxed"}
        workflow.register(flow.CONFLICT, app="outbox", model=models.Conflict, due=queries.turn_times, pages=pages,
                          titles=queries.conflict_titles)
