"""What the stories of several loops stand on: a stage, and on it an ending that is proposed, cools, or has been carried out."""
from contextlib import contextmanager
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import Unit
from lianfang.overview.ending import actions
from lianfang.overview.ending.models import Ending
from lianfang.overview.situation.actions import freeze
from lianfang.overview.situation.models import BulletinFigure
from lianfang.registers.territory.models import Door
from tests.once import as_once
from tests.samples import Stage, make_stage

WEEK = timedelta(days=7)


@pytest.fixture
def stage(db):
    with everything():
        yield make_stage()


@pytest.fixture
def proposed(stage):
    return propose(stage)


def propose(stage):
    stage.made = as_once("all else of a stage", lambda: _everything(stage.cast))
    return actions.propose(unit=stage.cast.units["青禾县"], basis="青防指〔2020〕88号", by=stage.near, at=stage.cast.at)


def _everything(cast):
    stage = Stage(cast)
    stage.everything()
    return stage.made


@pytest.fixture
def cooling(stage, proposed):
    return cool(stage, proposed)


def cool(stage, proposed):
    actions.agree(ending=proposed, by=stage.cast.leader, at=stage.cast.at)
    actions.approve(ending=proposed, by=stage.cast.township, at=stage.cast.at)
    return proposed


@pytest.fixture
def at_once():
    with in_one_transaction():
        yield


@contextmanager
def in_one_transaction():
    """A test's transaction cannot be vacuumed; and no other process has to see the new key."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lianfang.ground.keeping.erase.erase", lambda emptied, tell: None)
        patch.setattr("lianfang.ground.keeping.rotate.vault.LOOK_AGAIN", 0.0)
        yield


@pytest.fixture
def ended(stage, cooling, at_once):
    return end(stage, cooling)


def end(stage, cooling):
    """Carried out; the stage keeps what stood before that stays."""
    stage.bulletin = freeze(unit=stage.cast.units["青禾县"], cut_off_at=stage.cast.at, by=stage.near, at=stage.cast.at)
    stage.figures = list(BulletinFigure.objects.values_list("code", "value"))
    Door.objects.filter(unit__name="502").update(note="孙家")
    stage.doors = dict(Unit.objects.values_list("name", "pk"))
    actions.carry_out(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    assert actions.go_on(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    return Ending.objects.get()
