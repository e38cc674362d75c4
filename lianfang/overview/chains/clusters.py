"""Where cases come together: so many within so many days in one household, class or place, as the table of clusters asks."""
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from lianfang.ground import decisions

TABLE = "cluster_rule"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Cases of one place that stand close together: from the first to the last of them, by which row."""

    kind: str
    name: str
    seen: list
    ruling: Any

    @property
    def first(self):
        """The first day."""
        return self.seen[0].on

    @property
    def last(self):
        """The last day."""
        return self.seen[-1].on


def clusters(groups, disease, on) -> list[Cluster]:
    """Of groups (kind, name) → cases, those with enough cases within enough days by the table of a day, the largest first; windows that
    overlap are one cluster. What no row answers is none."""
    found, rulings = [], {}
    for (kind, name), members in groups.items():
        if kind not in rulings:
            rulings[kind] = decisions.decide(TABLE, {"kind": kind, "disease": disease}, on=on)
        ruling = rulings[kind]
        if not ruling.manual_review:
            found += [Cluster(kind, name, some, ruling) for some in together(members, ruling.result["cases"], ruling.result["days"])]
    return sorted(found, key=lambda one: (-len(one.seen), one.first, one.name))


def together(members, least, days) -> list[list]:
    """Runs of cases among which each lies in a window of so many days (both ends with it) that holds at least so many."""
    ordered = sorted({one.id: one for one in members}.values(), key=lambda one: (one.on, one.label))
    runs: list[list] = []
    last_end = -1
    for start, one in enumerate(ordered):
        end = start
        while end + 1 < len(ordered) and ordered[end + 1].on - one.on < timedelta(days=days):
            end += 1
        if end - start + 1 < least:
            continue
        if runs and start <= last_end:
            runs[-1] += ordered[last_end + 1:end + 1]
        else:
            runs.append(ordered[start:end + 1])
        last_end = max(last_end, end)
    return runs
