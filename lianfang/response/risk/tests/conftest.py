"""Cases as whoever knows them hands them in: a list that a test fills."""
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.response.risk.queries import counting

NINTH = datetime(2022, 8, 10, 2, 0, tzinfo=UTC)


class County:
    """The cast's county with cases on some days at some places, counted by its editions."""

    def __init__(self, cast):
        self.cast, self.cases = cast, []
        self.system, self.home = named(SYSTEM), cast.units["502"]

    def falls_ill(self, on: date, where="502", klass="confirmed"):
        self.cases.append(SimpleNamespace(path=self.cast.units[where].path, klass=klass, on=on))

    def asked(self, path, on, _diseases):
        return [one for one in self.cases if one.path.startswith(path) and one.on <= on]


@pytest.fixture
def county(cast, monkeypatch):
    found = County(cast)
    monkeypatch.setitem(counting._handed, "cases", found.asked)
    with everything():
        yield found
