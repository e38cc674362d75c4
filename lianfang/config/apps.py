"""The hand-over at start-up: reactions go to the journal, and the journal's triggers are looked for."""
import gc

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Error, Tags, register
from django.utils.module_loading import import_string


class CompositionConfig(AppConfig):
    """Comes last: every loop has registered itself."""

    name = "lianfang.config"
    label = "composition"

    def ready(self):
        """Hand over."""
        from lianfang.ground.journal import reactions

        reactions.install(import_string(settings.REACTIONS))
        register(append_only, Tags.database)
        gc.freeze()
        gc.enable()


def append_only(app_configs=None, databases=None, **kwargs):
    """A migrated journal without its triggers is refused."""
    from django.db import connection

    from lianfang.ground.journal import triggers

    if not databases or "journal_line" not in connection.introspection.table_names():
        return []
    gone = triggers.missing(connection)
    return [Error(f"the journal is not append-only: {', '.join(gone)}", id="lianfang.E001")] if gone else []
