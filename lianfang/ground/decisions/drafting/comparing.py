"""What a version changes: its own examples and those there are, asked of the table as it is and as it would be."""
from dataclasses import dataclass

from .. import current, examples, registry
from ..evaluator.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Changed:
    """An example that gets another answer: what the table says now, and what it would say."""

    example: examples.Example
    before: Ruling
    after: Ruling
    is_asked_for: bool

    def differs(self) -> list[str]:
        """The results in which they differ."""
        return [name for name in self.after.result if self.after.result[name] != self.before.result.get(name)]


def changes(version) -> list[Changed]:
    """Examples whose answer a version changes: its own first (asked for), then the shipped ones (perhaps not thought of)."""
    whole, now = current.standing(version.table, None, plus=version), current.standing(version.table, None, without=[version.pk])
    if whole.faults:
        return []
    own = (version.examples, version.area.path, True)
    shipped = (registry.shipped(version.table).examples, version.area.path, False)
    found, seen = [], set()
    for text, place, is_own in (own, shipped):
        told, _faults = examples.read(whole, text, path_of=current.path_of, elsewhere=place)
        for one in told:
            before, after = now.decide(one.facts, on=one.on, path=one.path), whole.decide(one.facts, on=one.on, path=one.path)
            if before.result != after.result and (one.says, one.on) not in seen:
                seen.add((one.says, one.on))
                found.append(Changed(one, before, after, is_own))
    return found
