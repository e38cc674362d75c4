"""Flows as tables: read from a loop's plain `flow.py`, checked when registered, drawn from what runs.

A state is a row (code, Chinese, English, role that owns the turn, its clock), a final one ends after its names; a step is a row (name,
Chinese, English, from which states, to which or None, by which roles).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

FLOWS: dict[str, "Flow"] = {}


class Refused(ValueError):
    """A step that the flow does not allow now; the message is for the person who tried."""


def spoken(label: dict) -> str:
    """A label {"zh": …, "en": …} in the language of this request."""
    return label["en"] if (get_language() or "").startswith("en") else label["zh"]


@dataclass(frozen=True)
class State:
    """Where a record can be: who owns the turn there (a role, at the unit of that level), by which clock, or final."""

    code: str
    label: dict
    owner: str | None
    clock: str | None
    final: bool

    def __str__(self):
        return spoken(self.label)


@dataclass(frozen=True)
class Step:
    """How a record moves: the action's name, from which states, to which (None: it stays where it is), by which roles."""

    code: str
    label: dict
    sources: tuple[str, ...]
    target: str | None
    by: tuple[str, ...]

    def __str__(self):
        return spoken(self.label)


@dataclass(frozen=True)
class Flow:
    """One flow: its record's model, its states in order, its steps, and what its clocks say."""

    code: str
    label: dict
    app: str
    states: dict[str, State]
    steps: dict[str, Step]
    model: Any
    due: Callable | None = field(default=None, compare=False)
    pages: dict = field(default_factory=dict, compare=False)
    titles: Callable | None = field(default=None, compare=False)
    opens: Callable | None = field(default=None, compare=False)
    says: dict = field(default_factory=dict, compare=False)
    right: str = field(default="look", compare=False)

    def __str__(self):
        return spoken(self.label)

    def page_of(self, state: str, record) -> str:
        """Where the turn in a state is done; '' where the loop names no page."""
        return reverse(self.pages[state], args=[record]) if state in self.pages else ""

    @property
    def initial(self) -> str:
        """The first state."""
        return next(iter(self.states))

    @property
    def unfinished(self) -> list[str]:
        """States in which somebody still has a turn or a watch."""
        return [s.code for s in self.states.values() if not s.final]


def register(table: dict, *, app: str, model, due=None, pages=None, titles=None, opens=None, says=None, right="look") -> Flow:
    """Take over a loop's flow; `due(state, record, at)` gives (due, to the township, to the county), `pages` the address of each
    state's turn, `titles(ids)` what is to be done about each record where the state's label does not say enough, `opens(ids)` from when
    it may be done where that is later than the turn came, `says` what of it the journal says too: {"until": "until_on"}; `right` is what
    whoever reads of its records needs."""
    flow = Flow(
        table["flow"],
        table["label"],
        app,
        {row[0]: _state(*row) for row in table["states"]},
        {row[0]: _step(*row) for row in table["steps"]},
        model,
        due,
        pages or {},
        titles,
        opens,
        says or {},
        right,
    )
    if wrong := faults(flow):
        raise ValueError(f"flow {flow.code}: {'; '.join(wrong)}")
    FLOWS[flow.code] = flow
    return flow


def withheld(rights) -> set[str]:
    """Codes of the flows whose records an account with these rights does not read of."""
    return {flow.code for flow in FLOWS.values() if flow.right not in rights}


def faults(flow: Flow) -> list[str]:
    """What is wrong with a flow: unknown states, states nobody reaches, unfinished states without an owner or a clock or a way out."""
    found = [
        f"step {s.code} names an unknown state"
        for s in flow.steps.values()
        if {*s.sources, *([s.target] if s.target else [])} - set(flow.states)
    ]
    reached = {flow.initial}
    while more := {s.target for s in flow.steps.values() if s.target and reached & set(s.sources)} - reached:
        reached |= more
    found += [f"state {code} is never reached" for code in flow.states if code not in reached]
    for state in flow.states.values():
        leaving = [s for s in flow.steps.values() if state.code in s.sources and s.target]
        if state.final and leaving:
            found.append(f"state {state.code} is final and has a way out")
        if not state.final and not leaving:
            found.append(f"state {state.code} has no way out")
        if not state.final and not (state.owner and state.clock):
            found.append(f"state {state.code} has no owner or no clock")
    return found


def _state(code, zh, en, owner=None, clock=None) -> State:
    return State(code, {"zh": zh, "en": en}, owner, clock, owner is None)


def _step(code, zh, en, sources, target, by) -> Step:
    return Step(code, {"zh": zh, "en": en}, tuple(sources), target, tuple(by))
