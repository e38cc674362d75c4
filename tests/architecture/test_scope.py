"""Whoever forgets to say for whom a query looks gets an error, not everybody's records."""
import re

import pytest
from django.apps import apps
from django_scopes import ScopeError

from lianfang.ground.accounts.scope import everything, through
from lianfang.ground.units.fields import TOP, Reach
from lianfang.registers.people.models import Person
from tests.samples import PLACEHOLDER
from tools.checkout import files, name

from .standing import db, stage, standing  # noqa: F401
from .test_access import GUARDED, ask, browser, holder

IS_FULL = True

OPENED = re.compile(r"from django_scopes import [^\n]*\bscope\b|django_scopes\.scope\(")


def tells_of_a_person(model):
    """Whether a row names a person, by a relation or as the subject of a record."""
    return any(f.related_model is Person if f.is_relation else f.name == "subject" for f in model._meta.concrete_fields)


PERSONAL = [Person, *(model for model in apps.get_models() if tells_of_a_person(model) and model._meta.app_label != "journal")]
named = pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model._meta.label)


def test_there_are_some():
    assert len(PERSONAL) >= 6


@pytest.mark.crawl
@named
def test_a_query_without_a_scope_raises(db, model):  # noqa: F811
    for asked in (lambda: model.objects.count(), lambda: model.objects.filter(pk=None).first(), lambda: model.objects.update(pk=None)):
        with pytest.raises(ScopeError):
            asked()


@named
def test_a_scope_narrows_to_its_units(stage, model):  # noqa: F811
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


@pytest.mark.crawl
@pytest.mark.parametrize("address", [a for a in GUARDED if not PLACEHOLDER.search(a.route)], ids=lambda address: address.name)
def test_a_list_shows_nothing_of_another_unit(address, stage):  # noqa: F811
    made = {str(key) for key in stage.everything() if len(str(key)) > 30}
    far = holder(["duty_officer", "supervisor"], stage.cast.units["梨花沟镇"])
    answer, content, _written = ask(browser(far), "get", address.url({}))
    assert answer.status_code in (200, 302, 405)
    assert not [key for key in made if key in content]
    assert not re.search(r"周＊明|丰禾|望河|\b502\b", content)


def test_a_reach_of_nothing_said_is_refused():
    with pytest.raises(ValueError, match="None"):
        through(None)


def test_nobody_opens_a_scope_past_that_door():
    """django-scopes takes None for everything; so only one module may open a scope, and it looks."""
    opening = [name(path) for path in files("lianfang/*.py") if OPENED.search(path.read_text(encoding="utf-8"))]
    assert opening == ["lianfang/ground/accounts/scope.py"]
