"""Every flow that runs can be walked: a step has an action of its name, roles exist, labels speak both languages."""
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.workflow import FLOWS

STEPS = [pytest.param(flow, step, id=f"{flow.code}.{step.code}") for flow in FLOWS.values() for step in flow.steps.values()]


def test_there_are_flows():
    assert "order" in FLOWS


def actions_of(flow):
    """The loop's actions, and all their text."""
    actions = import_module(f"{apps.get_app_config(flow.app).name}.actions")
    files = [Path(path) for path in getattr(actions, "__path__", [])]
    return actions, "".join(file.read_text() for folder in files for file in folder.rglob("*.py")) or Path(actions.__file__).read_text()


@pytest.mark.parametrize(("flow", "step"), STEPS)
def test_a_step_has_an_action_of_its_name_be_it_for_many_and_what_only_the_system_takes_is_taken_by_one(flow, step):
    actions, text = actions_of(flow)
    if set(step.by) == {"system"}:
        assert re.search(rf'"({flow.app}\.)?{step.code}"', text)
    else:
        assert any(callable(getattr(actions, name, None)) for name in (step.code, f"{step.code}s"))


@pytest.mark.parametrize(("flow", "step"), STEPS)
def test_a_step_is_taken_by_roles_that_exist(flow, step):
    assert step.by and set(step.by) <= {*ROLES, "system"}


@pytest.mark.parametrize("flow", list(FLOWS.values()), ids=str)
def test_labels_speak_both_languages(flow):
    for thing in (flow, *flow.states.values(), *flow.steps.values()):
        assert thing.label.get("zh") and thing.label.get("en"), thing.code
