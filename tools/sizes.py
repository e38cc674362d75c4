"""Nothing outgrows a reader: files, functions, templates and folders keep to their sizes."""
import ast
import sys
from collections import defaultdict

from tools.checkout import ROOT, end, files, is_test, name

WARNED, REFUSED = 250, 400
FUNCTION, TEST, TEMPLATE, FOLDER = 40, 300, 150, 20
COUNTED = ("lianfang", "tests", "tools", "benchmarks", "conftest.py")
CODE = {".py", ".js", ".css"}
UNCOUNTED = {"migrations", "tests"}


def lines(path):
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def files_too_long(paths, root=ROOT):
    """Code over 400 lines, tests over 300, templates over 150."""
    for path in paths:
        if "migrations" in path.parts:
            continue
        kind, limit = ("test", TEST) if is_test(path) else ("template", TEMPLATE) if path.suffix == ".html" else ("file", REFUSED)
        if path.suffix in CODE | {".html"} and (count := lines(path)) > limit:
            yield f"{name(path, root)}: {count} lines, a {kind} has {limit} at most"


def files_growing(paths, root=ROOT):
    """Production files over 250 lines: not refused yet."""
    for path in paths:
        if path.suffix in CODE and not is_test(path) and "migrations" not in path.parts and WARNED < (count := lines(path)) <= REFUSED:
            yield f"warning: {name(path, root)} has {count} lines; over {WARNED} is time to split, over {REFUSED} is refused"


def functions_too_long(paths, root=ROOT):
    """Functions over 40 lines, their docstring not counted; a test tells its story in as many as it needs."""
    for path in paths:
        if path.suffix != ".py" or is_test(path) or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (count := length(node)) > FUNCTION:
                yield f"{name(path, root)}:{node.lineno}: {node.name} has {count} lines, a function has {FUNCTION} at most"


def length(function):
    """The lines of a function without its docstring."""
    said = function.body[0] if ast.get_docstring(function) is not None else None
    return function.end_lineno - function.lineno + 1 - (said.end_lineno - said.lineno + 1 if said else 0)


def folders_too_full(paths, root=ROOT):
    """Folders of more than 20 entries; migrations and tests are not counted, neither they nor what is in them."""
    entries = defaultdict(set)
    for path in paths:
        inside = path.relative_to(root)
        for child in (inside, *inside.parents[:-1]):
            if not UNCOUNTED & set(child.parts):
                entries[child.parent].add(child.name)
    for folder, names in sorted(entries.items()):
        if len(names) > FOLDER:
            yield f"{folder}/: {len(names)} entries, a folder has {FOLDER} at most"


def faults(root=ROOT):
    """Everything refused."""
    paths = files(*COUNTED, root=root)
    return [*files_too_long(paths, root), *functions_too_long(paths, root), *folders_too_full(paths, root)]


if __name__ == "__main__":
    growing = list(files_growing(files(*COUNTED)))
    print(*growing, sep="\n", end="\n" if growing else "", file=sys.stderr)
    end(faults())
