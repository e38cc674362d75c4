"""A device at somebody's door."""
import pytest

from lianfang.ground.accounts.scope import everything
from tests.doors import Door


@pytest.fixture
def door(cast):
    with everything():
        yield Door(cast)
