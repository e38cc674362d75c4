"""What stands before many tests is made once in a worker; then its rows and files are put down as they were, in a tenth of the time."""
import pickle
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

_MADE = {}


def as_once(name, make):
    """What `make()` returns, with all it wrote; only for what is made on the same ground each time, and what can be pickled."""
    if name not in _MADE:
        _MADE[name] = _remember(make)
    statements, files, made = _MADE[name]
    with transaction.atomic(), connection.cursor() as cursor:
        for statement, rows in statements:
            cursor.executemany(statement, rows)
    _put_files(files)
    return pickle.loads(made)


@contextmanager
def undone(django_db_blocker):
    """What is written within is undone at the end: around all tests of a module, and within that around each of them. The fixture around
    each is called `db` and takes the place of pytest-django's, which would close the connection in between."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def _remember(make):
    """Made and taken back: what is in any table afterwards that was not there before is its own."""
    before = {table: {*_rows(table)[1]} for table in connection.introspection.table_names()}
    with transaction.atomic():
        made = pickle.dumps(make())
        after = {table: _rows(table) for table in before}
        transaction.set_rollback(True)
    statements = [_put_down(table, *after[table], before[table]) for table in before if {*after[table][1]} != before[table]]
    return statements, _files(), made


def _rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return [column[0] for column in cursor.description], cursor.fetchall()


def _put_down(table, columns, rows, before):
    assert before <= {*rows}, f"{table}: a row that stood there before was changed"
    names, places = ", ".join(f'"{one}"' for one in columns), ", ".join(["%s"] * len(columns))
    return f'INSERT INTO "{table}" ({names}) VALUES ({places})', [row for row in rows if row not in before]


def _files() -> dict:
    lying = {*settings.HOME.rglob("*"), *settings.KEYS.iterdir()}
    return {path: path.read_bytes() for path in lying if path.is_file() and not path.name.startswith("db.")}


def _put_files(files):
    """The keys are those of then and no others, else what they sealed opens no more; of other files none is missing."""
    for path in {*settings.KEYS.iterdir()} - {*files}:
        path.unlink()
    for path, content in files.items():
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
