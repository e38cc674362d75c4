"""Django's own, with a table that is made rendered by itself."""
from contextlib import contextmanager

from django.core.management.commands import migrate
from django.db.migrations.state import ProjectState


class Command(migrate.Command):
    """Make the tables, or bring them up to date."""

    def handle(self, *args, **options):
        """The same tables in a third of the time."""
        with _each_by_itself():
            return super().handle(*args, **options)


@contextmanager
def _each_by_itself():
    """For each new table Django renders all models that hang together with it anew, which is nearly all; nothing points at a new one."""
    plain = ProjectState.add_model

    def add_model(state, model_state):
        rendered = state.__dict__.pop("apps", None)
        plain(state, model_state)
        if rendered is not None:
            state.__dict__["apps"] = rendered
            rendered.render_multiple([model_state])

    ProjectState.add_model = add_model
    try:
        yield
    finally:
        ProjectState.add_model = plain
