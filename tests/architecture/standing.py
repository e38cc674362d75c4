"""The cast, with an order at a door of the near unit, made once for a module; what a test makes or does besides is undone.

A module that crawls imports all three fixtures: `db` takes the place of pytest-django's, which would close the connection in between.
"""
import pytest
from django.template import Template
from django.test.utils import _TestState

from tests.once import undone
from tests.samples import Stage, full_stage, make_stage
from tests.samples.isolation import order


@pytest.fixture(scope="module")
def standing(request, django_db_setup, django_db_blocker):
    """The stage with what most records hang on, or with every record where the module says IS_FULL."""
    with undone(django_db_blocker), pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", _TestState.saved_data.template_render)  # nobody asks here what a page was made of
        if getattr(request.module, "IS_FULL", False):
            yield full_stage()
        else:
            made = make_stage()
            made.of(order)
            yield made


@pytest.fixture
def db(standing, django_db_blocker):
    """Within a savepoint."""
    with undone(django_db_blocker):
        yield


@pytest.fixture
def stage(standing, db):
    """One record of each kind, made when asked for, forgotten with the test."""
    return Stage(standing.cast, dict(standing.made))
