"""The journal's place in the house."""
from django.apps import AppConfig


class JournalConfig(AppConfig):
    """What happened, only ever added."""

    name = "lianfang.ground.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Whoever makes ids may ask for the newest line when the machine's clock was set back."""
        from .. import ids
        from .chain import newest

        ids.after_set_back(newest)
