"""A loop's models are private to it, also for relations named in strings, which no import contract sees."""
import pytest
from django.apps import apps
from django.db import models

LOOPS = ("lianfang.response.", "lianfang.recovery.")


def relations():
    """Every concrete relation of every model, its own table of many-to-many pairs included."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields(include_hidden=True):
            if field.is_relation and field.concrete and field.related_model is not None:
                yield model, field


def strays(pairs):
    """Relations that reach into a loop from outside it."""
    for model, field in pairs:
        target = field.related_model._meta
        if target.app_config.name.startswith(LOOPS) and model._meta.app_label != target.app_label:
            yield f"{model._meta.label}.{field.name} points into {target.label}"


def test_no_relation_reaches_into_a_loop():
    assert list(strays(relations())) == []


def test_the_test_sees_a_stray():
    loop = next((model for model in apps.get_models() if model._meta.app_config.name.startswith(LOOPS)), None)
    if loop is None:
        pytest.fail("no loop has a model")
    field = models.ForeignKey(loop, on_delete=models.CASCADE)
    field.set_attributes_from_name("planted")
    field.remote_field.model = loop
    assert list(strays([(apps.get_model("units", "Unit"), field)])) == [f"units.Unit.planted points into {loop._meta.label}"]
