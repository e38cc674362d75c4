"""No Chinese text reaches a screen past the catalogues: literals outside gettext in Python, templates and scripts."""
import ast
import re

from babel.messages.jslexer import tokenize
from django.template.base import Lexer, TokenType

from tools.checkout import ROOT, end, files, is_test, name
from tools.words import HAN, KEYWORDS

# What is data and no screen's words: by the kind of module, never by a list of places.
DATA_MODULES = {"flow.py", "settings.py", "vocabulary.py", "synonyms.py", "wording.py"}
DATA_FOLDERS = {"migrations", "tables", "seeds", "vocabulary", "papers"}
QUOTED = re.compile(r"""_\((["'])(?:(?!\1).)*\1\)""")


def is_exempt(path):
    """Is this tests or data?"""
    return is_test(path) or path.name in DATA_MODULES or bool(DATA_FOLDERS & set(path.parts))


def in_python(text):
    """Lines of literals that are no docstring and no argument of gettext."""
    tree = ast.parse(text)
    spoken = {id(argument) for node in ast.walk(tree) for argument in passed_to_gettext(node)}
    spoken |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken and HAN.search(node.value):
            yield node.lineno, node.value


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
