"""A draft's rows one by one: read, changed, added, taken out, moved; numbered as a spreadsheet numbers them."""
import csv
import io


def records(text) -> list[list[str]]:
    """The lines of a table or of its examples, the head among them, every line as wide as the first."""
    found = [[cell.strip() for cell in record] for record in csv.reader(io.StringIO(text.removeprefix("\ufeff")))]
    wide = len(found[0]) if found else 0
    return [record + [""] * (wide - len(record)) for record in found]


def written(found) -> str:
    """Lines as the text of a CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(found)
    return out.getvalue()


def row(text, n) -> dict:
    """Line n by its columns; KeyError where there is none."""
    found = records(text)
    if not 1 < n <= len(found):
        raise KeyError(n)
    return dict(zip(found[0], found[n - 1], strict=False))


def changed(text, n, cells) -> str:
    """With some cells of line n anew; a column that the lines do not have yet is added when something stands in it."""
    found = records(text)
    for column in [column for column, cell in cells.items() if cell and column not in found[0]]:
        found = [[*line, column if at == 0 else ""] for at, line in enumerate(found)]
    found[n - 1] = [" ".join(str(cells.get(column, before)).split()) for column, before in zip(found[0], found[n - 1], strict=False)]
    return written(found)


def added(text) -> str:
    """With an empty line at the end."""
    found = records(text)
    return written([*found, [""] * len(found[0])])


def doubled(text, n) -> str:
    """With line n a second time, below it."""
    found = records(text)
    return written([*found[:n], list(found[n - 1]), *found[n:]])


def dropped(text, n) -> str:
    """Without line n."""
    found = records(text)
    return written([*found[:n - 1], *found[n:]])


def moved(text, n, to) -> str:
    """With lines n and `to` in each other's place."""
    found = records(text)
    found[n - 1], found[to - 1] = found[to - 1], found[n - 1]
    return written(found)
