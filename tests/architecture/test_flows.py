"""Every flow that runs can be walked: a step has an action of its name, roles exist, labels speak both languages."""
from importlib import import_module

import pytest
from django.apps import apps

from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.workflow import FLOWS

STEPS = [pytest.param(flow, step, id=f"{flow.code}.{step.code}") for flow in FLOWS.values() for step in flow.steps.values()]


def test_there_are_flows():
    assert "order" in FLOWS


@pytest.mark.parametrize(("flow", "step"), STEPS)
def test_a_step_has_an_action_of_its_name(flow, step):
    actions = import_module(f"{apps.get_app_config(flow.app).name}.actions")
    assert callable(getattr(actions, step.code, None))


@pytest.mark.parametrize(("flow", "step"), STEPS)
def test_a_step_is_taken_by_roles_that_exist(flow, step):
    assert step.by and set(step.by) <= {*ROLES, "system"}


@pytest.mark.parametrize("flow", list(FLOWS.values()), ids=str)
def test_labels_speak_both_languages(flow):
    for thing in (flow, *flow.states.values(), *flow.steps.values()):
        assert thing.label.get("zh") and thing.label.get("en"), thing.code
