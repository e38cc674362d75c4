"""Small cells left out of a table, and enough beside them that no sum gives them back."""
from collections import Counter


def suppressed(cells: Counter, least: int) -> dict:
    """The same cells, nothing where somebody could be told: fewer than `least`, or needed to hide such a one in its column or row.

    What is left out of a column is at least two cells and at least `least` people together, else the next smallest goes too.
    """
    shown = {place: (None if 0 < number < least else number) for place, number in cells.items()}
    while hide := _bare(shown, cells, least):
        shown[hide] = None
    return shown


def _bare(shown, cells, least):
    """A cell that must be hidden for others' sake; None when all are safe."""
    for side in (0, 1):
        lines: dict = {}
        for place in shown:
            lines.setdefault(place[side], []).append(place)
        for places in lines.values():
            hidden = [place for place in places if shown[place] is None]
            if hidden and (len(hidden) == 1 or sum(cells[place] for place in hidden) < least):
                left = sorted((cells[place], place) for place in places if shown[place])
                if left:
                    return left[0][1]
    return None


def is_safe(shown, least) -> bool:
    """Whether every cell shown is empty or holds enough people."""
    return all(not number or number >= least for number in shown if number is not None)
