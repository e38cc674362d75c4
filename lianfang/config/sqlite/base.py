"""SQLite with a fair queue before its write lock (SQLite itself polls, and starves whoever sleeps longest) and ids of 16 bytes."""
import fcntl
import os
import sqlite3
from uuid import UUID

from django.db.backends.sqlite3 import base, features, operations

sqlite3.register_adapter(UUID, lambda value: value.bytes)


class DatabaseFeatures(features.DatabaseFeatures):
    """An id is handed over as it is; Django's own SQLite writes it as 32 letters, and every index of them is twice as large."""

    has_native_uuid_field = True


class DatabaseOperations(operations.DatabaseOperations):
    """Ids come back from their bytes."""

    def convert_uuidfield_value(self, value, expression, connection):
        return None if value is None else UUID(bytes=value)


class DatabaseWrapper(base.DatabaseWrapper):
    """One file lock taken before BEGIN IMMEDIATE and given back after commit or rollback; the kernel frees it when a process dies."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
    data_types = base.DatabaseWrapper.data_types | {"UUIDField": "blob"}

    _queue: int | None = None

    def _start_transaction_under_autocommit(self):
        if self.is_in_memory_db():
            return super()._start_transaction_under_autocommit()
        if self._queue is None:
            self._queue = os.open(f"{self.settings_dict['NAME']}.queue", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._queue, fcntl.LOCK_EX)
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._leave_queue()
            raise

    def _leave_queue(self):
        if self._queue is not None:
            fcntl.flock(self._queue, fcntl.LOCK_UN)

    def _commit(self):
        super()._commit()
        self._leave_queue()

    def _rollback(self):
        try:
            super()._rollback()
        finally:
            self._leave_queue()

    def _close(self):
        super()._close()
        if self._queue is not None:
            os.close(self._queue)
            self._queue = None
