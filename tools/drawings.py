"""Draws docs/flows and docs/rules from the flows and tables that run; `check` says which drawings are stale."""
import os
import re
import sys

import django
from django.utils import translation

from tools.checkout import ROOT, end, name

FLOWS, RULES = ROOT / "docs" / "flows", ROOT / "docs" / "rules"
STYLES = ROOT / "lianfang" / "ground" / "ui" / "static" / "ui"
SVG = re.compile(r"<svg.*</svg>", re.DOTALL)
RULE = re.compile(r":root\s*\{[^}]*\}")
NEEDED = re.compile(r"\.flow |\.drawing (text|\.mute|\.heavy|\.mid|\.rightward) ")
TABLE_ROW = "| {} |".format


def row(cells):
    """One line of a Markdown table."""
    return TABLE_ROW(" | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells))


def table(head, rows):
    """A Markdown table."""
    return "\n".join([row(head), row("---" for _ in head), *map(row, rows)])


def rule_page(shipped):
    """A decision table as people read it: what it asks, its rows, its examples."""
    found, labels = shipped.table, shipped.labels
    rows = [(r.number, *(spoken(labels, column, r.cells[column]) for column in found.columns)) for r in found.rows]
    asked = [(labels.of(column), f"`{column}`", f"`{kind}`", labels.note(column)) for column, kind in found.columns.items()]
    parts = [
        f"# {shipped.title} `{found.name}`",
        f"Drawn from `{name(shipped.path)}` by `make docs`; change that file, never this page.",
        "## Columns",
        table(("", "column", "type", "means"), asked),
        "## Rows: the first that hits, narrowest area first, then latest *from*",
        table(("row", *map(labels.of, found.columns)), rows),
        *examples(shipped),
    ]
    return "\n\n".join(parts) + "\n"


def spoken(labels, column, cell):
    """A cell with the words for its code, where it is one."""
    said = labels.of(column, cell) if cell else ""
    return said if said == cell else f"{said} `{cell}`"


def examples(shipped):
    """The table's examples, test and manual at once."""
    from lianfang.ground.decisions.examples import read

    found, _ = read(shipped.table, shipped.examples) if shipped.examples else ([], [])
    if found:
        yield "## Examples, which are its tests"
        head = ("", "on", "facts", "gives")
        yield table(head, [(e.says, e.on, pairs(shipped.labels, e.facts), pairs(shipped.labels, e.expected)) for e in found])


def pairs(labels, values):
    """Facts or results as `column value`, a semicolon between."""
    return "; ".join(f"{labels.of(column)} {listed(labels, column, value)}" for column, value in values.items())


def listed(labels, column, value):
    """One value, or many with commas."""
    many = value if isinstance(value, list | tuple) else [value]
    return ", ".join("–" if one is None else labels.of(column, str(one)) for one in many) or "–"


def flow_picture(flow):
    """The figure of a flow as a file of its own, with the rules of style it needs."""
    from lianfang.ground.ui.flow_drawing import flow_drawing

    picture = SVG.search(flow_drawing(flow))[0]
    tokens = RULE.search((STYLES / "tokens.css").read_text(encoding="utf-8"))[0]
    rules = [line for line in (STYLES / "drawings.css").read_text(encoding="utf-8").splitlines() if NEEDED.match(line)]
    style = "\n".join(["<style>", tokens, "svg { font-family: var(--face); }", *rules, "</style>"])
    return re.sub(r'<svg class="flow"([^>]*)>', lambda svg: f'<svg class="drawing flow"{svg[1]}>\n{style}\n', picture, count=1) + "\n"


def index(title, drawn, pages):
    """The list of a folder's drawings."""
    return "\n\n".join([f"# {title}", f"Drawn from {drawn} by `make docs`; never edited here.", "\n".join(pages)]) + "\n"


def drawings():
    """Every drawing as it would be now, by path."""
    from lianfang.ground.decisions import registry
    from lianfang.ground.workflow import FLOWS as flows

    tables = [registry.shipped(known) for known in registry.names()]
    found = {RULES / f"{shipped.name}.md": rule_page(shipped) for shipped in tables}
    found |= {FLOWS / f"{flow.code}.svg": flow_picture(flow) for flow in flows.values()}
    pages = [f"- [{shipped.title}]({shipped.name}.md)" for shipped in tables]
    pictures = [f"## {flow}\n\n![{flow}]({code}.svg)" for code, flow in sorted(flows.items())]
    found[RULES / "README.md"] = index("Rules", "the decision tables", pages)
    found[FLOWS / "README.md"] = index("Flows", "the flows", pictures)
    return found


def stale(now):
    """Drawings that differ from what runs, are missing, or show what is gone."""
    for path, text in now.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"{name(path)} is stale: make docs"
    for path in gone(now):
        yield f"{name(path)} shows what is gone: make docs"


def gone(now):
    """Drawings of nothing that runs."""
    return [path for folder in (FLOWS, RULES) if folder.exists() for path in folder.iterdir() if path not in now]


def write(now):
    """Write all, remove what is gone."""
    for path in gone(now):
        path.unlink()
    for path, text in now.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(name(path))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianfang.config.settings")
    os.environ.setdefault("LIANFANG_HOME", str(ROOT / ".build" / "home"))
    django.setup()
    with translation.override("zh-hans"):
        now = drawings()
    if sys.argv[1:] == ["check"]:
        end(stale(now))
    write(now)
