"""A gate, over everything."""
import pytest

from lianfang.ground.accounts.scope import everything

from .gate import Gate, put_up


@pytest.fixture
def gate(cast):
    with everything():
        yield Gate(cast, put_up(cast))
