"""Chains as a forest: of each case its generation and whom it infected, from the sources that are named or possible; plain Python."""
from dataclasses import dataclass
from typing import Any

NAMED, POSSIBLE = "named", "possible"


@dataclass(slots=True)
class Node:
    """A case in its chain: `sources` are (id, certainty) of those in the drawing; `generation` is 1 where nobody stands above it."""

    seen: Any
    sources: list
    generation: int = 1
    infected: int = 0
    maybe: int = 0

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.seen.person_id

    @property
    def is_sure(self) -> bool:
        """Whether its source is named."""
        return any(certainty == NAMED for _source, certainty in self.sources)


def forest(cases) -> list[Node]:
    """Nodes in the order of the cases; a generation is one more than that of the nearest possible source."""
    nodes = {one.id: Node(one, []) for one in cases}
    for pk, node in nodes.items():
        node.sources = [(source, certainty) for source, certainty in node.seen.sources if source in nodes and source != pk]
        for source, certainty in node.sources:
            if certainty == NAMED:
                nodes[source].infected += 1
            else:
                nodes[source].maybe += 1
    _count_generations(nodes)
    return list(nodes.values())


def _count_generations(nodes):
    """Breadth first from those with nobody above them: whoever is reached first stands nearest."""
    below: dict = {}
    for pk, node in nodes.items():
        for source, _certainty in node.sources:
            below.setdefault(source, []).append(pk)
    ahead, counted = [pk for pk, node in nodes.items() if not node.sources], set()
    generation = 1
    while ahead:
        counted |= set(ahead)
        for pk in ahead:
            nodes[pk].generation = generation
        ahead = list(dict.fromkeys(child for pk in ahead for child in below.get(pk, ()) if child not in counted))
        generation += 1


def shape(nodes) -> dict:
    """How many chains there are, how long the longest is, how many have no known source, and who infected most."""
    roots = [node for node in nodes if not node.sources]
    most = max(nodes, key=lambda node: node.infected, default=None)
    return {"cases": len(nodes), "roots": len(roots), "alone": sum(not (node.infected or node.maybe) for node in roots),
            "sure": sum(node.is_sure for node in nodes), "unsure": sum(bool(node.sources) and not node.is_sure for node in nodes),
            "generations": max((node.generation for node in nodes), default=0), "most": most if most and most.infected else None}


def by_infected(nodes) -> list[tuple[int, int]]:
    """How many cases infected nobody, one, two …: pairs of a number and how many cases."""
    counts: dict = {}
    for node in nodes:
        counts[node.infected] = counts.get(node.infected, 0) + 1
    return sorted(counts.items())
