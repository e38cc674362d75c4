"""The workflow's place in the house."""
from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """Flows and turns."""

    name = "lianfang.ground.workflow"
    label = "workflow"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Put the escalation on the schedule."""
        from . import jobs

        jobs.register()
