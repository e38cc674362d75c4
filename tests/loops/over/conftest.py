"""What stands when it is over, made once for a module: each makes its own `over`, and what a test spoils of it is undone."""
import pytest

from tests.once import undone


@pytest.fixture
def db(over, django_db_blocker):
    """In a savepoint; it takes the place of pytest-django's, which would close the connection in between."""
    with undone(django_db_blocker):
        yield


@pytest.fixture
def stage(over, db):
    """The stage of the module."""
    return over
