"""The one table: ours on both databases beside target, stretch, floor and peers."""
import sys
import unicodedata

from .figures import FIGURES

HEAD = ("figure", "unit", "SQLite", "PostgreSQL", "target", "stretch", "floor", "peers (quoted)", "met")
RIGHT = range(2, 7)


def rows(results) -> list[tuple]:
    """The cells of each figure that was measured; `results` is {database: {"ours": {...}, "floor": {...}}}."""
    found = []
    for figure in FIGURES:
        ours = [results.get(name, {}).get("ours", {}).get(figure.code) for name in ("sqlite", "postgresql")]
        if ours == [None, None]:
            continue
        floors = [results.get(name, {}).get("floor", {}).get(figure.code) for name in ("sqlite", "postgresql")]
        verdicts = [met for value in ours if (met := figure.is_met(value)) is not None]
        met = "" if not verdicts or _is_quick(results) else "yes" if all(verdicts) else "NO"
        target = f"{figure.sense} {number(figure.target)}" if figure.target is not None else ""
        floor = " / ".join(number(value) for value in floors if value is not None)
        found.append((figure.label, figure.unit, *map(number, ours), target, number(figure.stretch), floor, figure.peers, met))
    return found


def _is_quick(results) -> bool:
    """Whether this was a trial on the small county: then the figures say that it works, not how fast."""
    return any(result.get("is_quick") for result in results.values())


def number(value) -> str:
    """Three significant figures, thousands apart."""
    if value is None:
        return ""
    if abs(value) >= 100:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.2g}" if abs(value) < 1 else f"{value:.3g}"


def show(results, out=sys.stdout):
    """Print the table and what it was measured with."""
    cells = [HEAD, *rows(results)]
    widths = [max(_width(row[at]) for row in cells) for at in range(len(HEAD))]
    for n, row in enumerate(cells):
        print("  ".join(_padded(cell, widths[at], at in RIGHT) for at, cell in enumerate(row)).rstrip(), file=out)
        if n == 0:
            print("  ".join("-" * width for width in widths), file=out)
    for name, result in results.items():
        print(f"{name}: {result.get('about', '')}", file=out)


def _width(text):
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text, width, is_right):
    blanks = " " * (width - _width(text))
    return blanks + text if is_right else text + blanks
