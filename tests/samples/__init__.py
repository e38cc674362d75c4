"""One record of each kind in one unit, for tests that walk every address: `sample` where a unit owns it, `free` where nobody does.

The key is the address up to and with its placeholder, as the urls write it: "orders/<uuid:pk>"; or one whole address that wants a
record of its own. A record is made once a stage.
"""
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.scope import everything
from tests.cast import OPENED, Cast, make_cast
from tests.once import as_once

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Maker:
    """How a value for a placeholder is made, and on which addresses it belongs to a unit."""

    make: Callable
    owned: Callable


_makers: dict[str, Maker] = {}


def sample(*keys, owned=lambda route: True):
    """The decorated function takes the stage and returns the key of a record in the near unit."""
    def register(make):
        for key in keys:
            _makers[key] = Maker(make, owned)
        return make

    return register


def free(*keys):
    """The same for what belongs to no unit: a flow, a table, a language."""
    return sample(*keys, owned=lambda route: False)


@dataclass
class Stage:
    """The cast with its records: they lie in the near unit, and `far` holds every right in the other town only."""

    cast: Cast
    made: dict = field(default_factory=dict)

    @property
    def near(self):
        """Holds every right over the whole county."""
        return self.cast.officer

    @property
    def unit(self):
        """The door everything happens at."""
        return self.cast.units["502"]

    def of(self, make):
        """What a maker makes, made once."""
        if make not in self.made:
            with everything():
                self.made[make] = make(self)
        return self.made[make]

    def kwargs(self, route):
        """A value for each placeholder of an address; LookupError names what is missing."""
        values = {}
        for name, key in _keys(route):
            if key not in _makers:
                raise LookupError(f'no sample: add @sample("{key}") (or @free, where no unit owns it) to a module of tests/samples/')
            values[name] = self.of(_makers[key].make)
        return values

    def everything(self):
        """Every record of every area that a unit owns."""
        return [self.of(maker.make) for key, maker in _makers.items() if maker.owned(key)]


def is_owned(route) -> bool:
    """Whether a unit owns a record that an address names; so of one that has no sample yet, which then is missed."""
    return any(key not in _makers or _makers[key].owned(route) for _name, key in _keys(route))


def _keys(route):
    for match in PLACEHOLDER.finditer(route):
        yield match[1], route if route in _makers and not route.endswith(">") else route[:match.end()]


def full_stage() -> Stage:
    """Inside a database test: a stage with every record."""
    return as_once("full stage", _full)


def _full():
    stage = make_stage()
    stage.everything()
    return stage


def make_stage() -> Stage:
    """Inside a database test."""
    cast = make_cast()
    Assignment.objects.create(account=cast.officer, role="supervisor", unit=cast.units["青禾县"], from_on=OPENED)
    return Stage(cast)


for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
