"""No Chinese text reaches a screen past the catalogues: literals outside gettext in Python, templates and scripts."""
import ast
import re

from babel.messages.jslexer import tokenize
from django.template.base import Lexer, TokenType

from tools.checkout import ROOT, end, files, is_test, name
from tools.words import HAN, KEYWORDS

# Exempt by the kind of module, never by a list of places: labels that come in both languages at once; what reads the words of
# others (header synonyms, addresses); what is printed on official paper; invented counties; settings, read before gettext.
DATA_MODULES = {"flow.py", "indicators.py", "settings.py", "synonyms.py", "vocabulary.py", "wording.py", "words.py"}
DATA_FOLDERS = {"addresses", "indicators", "intake", "migrations", "papers", "reading", "seeds", "tables", "vocabulary"}
READING = {"endswith", "find", "index", "partition", "removeprefix", "removesuffix", "replace", "split", "startswith", "strip"}
QUOTED = re.compile(r"""_\((["'])(?:(?!\1).)*\1\)""")


def is_exempt(path):
    """Is this tests or data?"""
    return is_test(path) or path.name in DATA_MODULES or bool(DATA_FOLDERS & set(path.parts))


def in_python(text):
    """Lines of literals that are no docstring and no argument of gettext."""
    tree = ast.parse(text)
    fine = {id(part) for node in ast.walk(tree) for part in (*passed_to_gettext(node), *told(node), *read(node))}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in fine and HAN.search(node.value):
            yield node.lineno, node.value


def told(node):
    """Docstrings: texts that stand alone."""
    if isinstance(node, ast.Expr):
        yield node.value


def read(node):
    """What is looked for in a text and never shown: keys, comparisons, patterns."""
    if isinstance(node, ast.Dict):
        return filter(None, node.keys)
    return ast.walk(node) if isinstance(node, ast.Compare) or is_reading(node) else ()


def is_reading(node):
    """Is it a call of `re`, or a search in a text?"""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr in READING or getattr(node.func.value, "id", None) == "re"


def passed_to_gettext(node):
    """The plain texts a call of gettext is given, under any of its names; an f-string is none, no catalogue can know it."""
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
        if called in KEYWORDS:
            yield from (argument for argument in node.args if isinstance(argument, ast.Constant))


def in_template(text):
    """Lines of texts, tags and variables that speak Chinese outside translate and blocktranslate."""
    inside = None
    for token in Lexer(text).tokenize():
        verb = token.contents.split()[0] if token.token_type == TokenType.BLOCK else ""
        if inside:
            inside = None if verb == inside else inside
        elif verb in ("blocktranslate", "blocktrans", "comment"):
            inside = f"end{verb}"
        elif token.token_type == TokenType.COMMENT or verb in ("translate", "trans"):
            continue
        elif said := HAN.search(QUOTED.sub("", token.contents)):
            yield token.lineno + token.contents[: said.start()].count("\n"), token.contents.strip()


def in_script(text):
    """Lines of strings that are not passed to gettext."""
    called, open_call = "", False
    for token in tokenize(text, template_string=True):
        if token.type in ("linecomment", "multilinecomment"):
            continue
        if token.type in ("string", "template_string"):
            if HAN.search(token.value) and not open_call:
                yield token.lineno, token.value
        elif token.value != ",":
            open_call = token.value == "(" and called in KEYWORDS
            called = token.value


def faults(root=ROOT):
    """Every literal outside the catalogues."""
    for pattern, read in (("lianfang/*.py", in_python), ("lianfang/*.html", in_template), ("lianfang/*.js", in_script)):
        for path in files(pattern, root=root):
            if not is_exempt(path):
                for line, said in read(path.read_text(encoding="utf-8")):
                    yield f"{name(path, root)}:{line}: “{' '.join(said.split())[:40]}” is not in gettext"


if __name__ == "__main__":
    end(faults())
