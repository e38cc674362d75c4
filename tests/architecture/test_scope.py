"""Whoever forgets to say for whom a query looks gets an error, not everybody's records."""
import re

import pytest
from django.apps import apps
from django_scopes import ScopeError

from lianfang.ground.accounts.scope import everything, through
from lianfang.ground.units.fields import TOP, Reach
from lianfang.registers.people.models import Person
from tests.samples import make_stage
from tests.samples.isolation import person
from tools.checkout import files, name

OPENED = re.compile(r"from django_scopes import [^\n]*\bscope\b|django_scopes\.scope\(")


def tells_of_a_person(model):
    """Whether a row names a person, by a relation or as the subject of a record."""
    return any(f.related_model is Person if f.is_relation else f.name == "subject" for f in model._meta.concrete_fields)


PERSONAL = [Person, *(model for model in apps.get_models() if tells_of_a_person(model) and model._meta.app_label != "journal")]
named = pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model._meta.label)


def test_there_are_some():
    assert len(PERSONAL) >= 6


@named
def test_a_query_without_a_scope_raises(db, model):
    for ask in (lambda: model.objects.count(), lambda: model.objects.filter(pk=None).first(), lambda: model.objects.update(pk=None)):
        with pytest.raises(ScopeError):
            ask()


@named
def test_a_scope_narrows_to_its_units(db, model):
    stage = make_stage()
    stage.of(person)
    stage.everything()
    with everything():
        every = model.objects.count()
        of_the_county = model.objects.filter(unit=stage.cast.units["青禾县"]).count() if hasattr(model, "unit") else 0
    far, near = stage.cast.units["梨花沟镇"], stage.cast.units["禾阳街道"]
    with through(Reach(far.path)):
        assert model.objects.count() == 0
    with through(Reach()):
        assert model.objects.count() == 0
    with through(Reach(near.path)):
        assert model.objects.count() == every - of_the_county
    with through(Reach(TOP)):
        assert model.objects.count() == every


def test_a_reach_of_nothing_said_is_refused():
    with pytest.raises(ValueError, match="None"):
        through(None)


def test_nobody_opens_a_scope_past_that_door():
    """django-scopes takes None for everything; so only one module may open a scope, and it looks."""
    opening = [name(path) for path in files("lianfang/*.py") if OPENED.search(path.read_text(encoding="utf-8"))]
    assert opening == ["lianfang/ground/accounts/scope.py"]
