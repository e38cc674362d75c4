"""Flows are held to: every state reached, owned and clocked; steps only from where they begin."""
import pytest

from lianfang.ground.workflow.flows import Flow, State, Step, faults

A = State("a", {"zh": "甲", "en": "a"}, "village_cadre", "serve", False)
END = State("end", {"zh": "完", "en": "end"}, None, None, True)


def flow(states, steps):
    return Flow("f", {"zh": "流", "en": "f"}, "tests", {s.code: s for s in states}, {s.code: s for s in steps}, model=None)


def step(code, sources, target):
    return Step(code, {"zh": code, "en": code}, tuple(sources), target, ("village_cadre",))


def test_a_sound_flow_has_no_fault():
    assert faults(flow([A, END], [step("go", ["a"], "end"), step("stay", ["a"], None)])) == []


@pytest.mark.parametrize(("states", "steps", "says"), [
    ([A, END], [step("stay", ["a"], None)], "no way out"),
    ([A, END], [step("go", ["a"], "a")], "never reached"),
    ([A, END], [step("go", ["a"], "end"), step("back", ["end"], "a")], "final and has a way out"),
    ([A, END], [step("go", ["b"], "end")], "unknown state"),
    ([State("a", {}, None, "serve", False), END], [step("go", ["a"], "end")], "no owner"),
    ([State("a", {}, "village_cadre", None, False), END], [step("go", ["a"], "end")], "no clock"),
])
def test_what_is_wrong_is_named(states, steps, says):
    assert any(says in fault for fault in faults(flow(states, steps)))
