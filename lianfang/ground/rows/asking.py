"""The cursor of short questions and single writes that come with every request."""
from functools import cache
from typing import Any

from django.db import connection


def asking():
    """A cursor for short questions of every request: PostgreSQL plans each once a connection, which took it longer than answering."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.ensure_connection()
    return connection._prepare_cursor(_planned_once()(connection.connection))


@cache
def _planned_once():
    from psycopg import Cursor

    class PlannedOnce(Cursor):
        """Binds on the server, and prepares."""

        def execute(self, *asked: Any, **how: Any) -> Any:
            """As any cursor does it."""
            return super().execute(*asked, **how | {"prepare": True})

    return PlannedOnce
