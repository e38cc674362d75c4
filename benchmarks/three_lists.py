"""Three invented lists of one county with the slips of a typist, and how well and how fast people are found again in them."""
import time
from itertools import combinations
from random import Random

from lianfang.entry.console.seeds.names import Numbers, name
from lianfang.response.doorstep.matching import Row, matched

SLIPS = 0.12  # of rows: a digit, two neighbours turned, a sign of the name, or no number at all


def lists(people: int, chance: Random) -> tuple[list[Row], list[int]]:
    """The rows of three lists, and which person each is about; most live where they are listed."""
    numbers, rows, truth = Numbers(chance), [], []
    for person in range(people):
        who, number, door = name(chance), numbers.identity(), person // 3
        for source in range(3):
            if chance.random() < 0.95:
                rows.append(_typed(Row(source, door if chance.random() < 0.97 else person % 997, who, number, number[6:14]), chance))
                truth.append(person)
    return rows, truth


def _typed(row, chance) -> Row:
    if chance.random() >= SLIPS:
        return row
    at, slip = chance.randrange(17), chance.random()
    if slip < 0.35:
        return row._replace(number=row.number[:at] + str((int(row.number[at]) + 1) % 10) + row.number[at + 1:])
    if slip < 0.55:
        return row._replace(number=row.number[:at] + row.number[at:at + 2][::-1] + row.number[at + 2:])
    if slip < 0.75:
        return row._replace(number="")
    return row._replace(name=row.name[:-1] + chance.choice("华明军芳"))


def told(people: int) -> dict:
    """Seconds, precision and recall by pairs of rows."""
    rows, truth = lists(people, Random("three lists"))
    began = time.perf_counter()
    groups = matched(rows)
    seconds = time.perf_counter() - began
    found = {pair for group in groups for pair in combinations(sorted(group), 2)}
    true: dict[int, list[int]] = {}
    for at, person in enumerate(truth):
        true.setdefault(person, []).append(at)
    wanted = {pair for group in true.values() for pair in combinations(group, 2)}
    both = len(found & wanted)
    return {"rows": len(rows), "seconds": round(seconds, 2), "precision": round(both / len(found), 5),
            "recall": round(both / len(wanted), 5)}


if __name__ == "__main__":
    print(told(200_000))
