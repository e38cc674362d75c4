"""Looks at a Word template somebody hands in, before it is ever filled: what lies in it, which names it asks for.

A template is input: it may name the values of the standard one, ask and repeat; it may call nothing, and nothing but words lies in it.
"""
import io
from pathlib import Path

from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from .package import faults_within
from .word import filled, footnotes_of

DEEPEST = 3
SPOKEN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.For, nodes.If,
          nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Const, nodes.CondExpr)
MANY = 8  # lines of a sample table, and cells of a line
LOOP = ("index", "index0", "first", "last", "length")
EACH, OUTER = "[]", ""  # a line of what is repeated; the line within which one stands


def faults_of(content: bytes, standard: Path) -> list[str]:
    """What is wrong with a template that is to stand in for the standard one, each in a sentence with the mend; nothing where it may."""
    if wrong := faults_within(content):
        return wrong
    known, _said = _names(standard)
    try:
        asked, said = _names(io.BytesIO(content))
    except (TemplateError, RecursionError) as error:
        return [_("占位符写错了：{why}。请照标准模板的写法。").format(why=str(error)[:200])]
    except Exception:  # whatever a file of others' making brings about, it is not kept
        return [_("文件打不开；请用 Word 或 WPS 打开后另存为 .docx 再上传。")]
    return said or _unknown(asked, known) or _fill(content, known)


def _names(source) -> tuple[set[tuple], list[str]]:
    """The names a template asks for as paths, what is repeated marked by []; and what it may not do, in sentences."""
    paper, found, said = DocxTemplate(source), set(), []
    paper.init_docx()
    for text in _texts(paper):
        _walk(SandboxedEnvironment().parse(text), {}, found, said, 0)
    return found, list(dict.fromkeys(said))


def _texts(paper):
    yield paper.patch_xml(paper.get_xml())
    for uri in (paper.HEADER_URI, paper.FOOTER_URI):
        for _key, part in paper.get_headers_footers(uri):
            yield paper.patch_xml(paper.get_part_xml(part))
    for part in footnotes_of(paper):
        yield paper.patch_xml(part.blob.decode("utf-8"))
    core = paper.docx.core_properties
    for name in ("author", "category", "comments", "content_status", "keywords", "subject", "title", "identifier", "language", "version"):
        yield str(getattr(core, name, "") or "")


def _walk(node, near, found, said, deep):
    if not isinstance(node, SPOKEN):
        said.append(_("模板里不能用“{what}”：只能写占位符、if 和 for。").format(what=type(node).__name__))
        return
    match node:
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            path = _path(node, near)
            if path is None:
                said.append(_("模板里不能用“{what}”：只能写占位符、if 和 for。").format(what=getattr(node, "attr", "")))
            elif path[0] != "loop" or path[1:] not in {(one,) for one in LOOP}:
                found.add(path)
        case nodes.For():
            if deep >= DEEPEST or node.recursive or not isinstance(node.target, nodes.Name) or node.test:
                said.append(_("模板里的 for 最多套 {n} 层，写成 for 甲 in 乙。").format(n=DEEPEST))
                return
            _walk(node.iter, near, found, said, deep)
            path, outer = _path(node.iter, near) or ("?",), near.get(OUTER, ())
            if path[:len(outer)] != outer:  # else lines times lines fill the memory
                said.append(_("里层的 for 只能重复外层那一行里的东西，写成 for 丙 in 甲.乙。"))
            inner = {**near, node.target.name: (*path, EACH), OUTER: (*path, EACH), "loop": ("loop",)}
            for one in (*node.body, *node.else_):
                _walk(one, inner, found, said, deep + 1)
        case _:
            for one in node.iter_child_nodes():
                _walk(one, near, found, said, deep)


def _path(node, near):
    match node:
        case nodes.Name():
            return near.get(node.name, (node.name,))
        case nodes.Getattr() if not node.attr.startswith("_"):
            above = _path(node.node, near)
            return above and (*above, node.attr)
        case nodes.Getitem() if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int):
            above = _path(node.node, near)
            return above and (*above, EACH)
    return None


def _unknown(asked, known) -> list[str]:
    there = {path[:n] for path in known for n in range(1, len(path) + 1)}
    there |= {(*path, EACH) for path in known if (*path, EACH) in there}
    return [_("没有“{name}”这个占位符；这里可以用：{known}。").format(name=_spoken(path), known="、".join(_beside(path, there)))
            for path in sorted(asked) if path not in there]


def _beside(path, there) -> list[str]:
    """The names that stand where an unknown one was asked for."""
    at = next(n for n in range(len(path)) if path[:n + 1] not in there)
    return sorted({one[at] for one in there if len(one) > at and one[:at] == path[:at] and one[at] != EACH}) or [_("（没有）")]


def _spoken(path) -> str:
    return ".".join(one for one in path if one != EACH)


def _fill(content, known) -> list[str]:
    """Filled once with sample words, as it will be: what still goes wrong is said before it is kept."""
    try:
        filled(io.BytesIO(content), _sample(known))
    except Exception as error:
        return [_("试填时出错：{why}。请照标准模板的写法。").format(why=str(error)[:200])]
    return []


def _sample(known) -> dict:
    tree: dict = {}
    for path in known:
        here = tree
        for one in path:
            here = here.setdefault(one, {})
    return {name: _worth(inner) for name, inner in tree.items()}


def _worth(tree):
    if EACH in tree:
        return [_worth(tree[EACH])] * MANY
    return {name: _worth(inner) for name, inner in tree.items()} if tree else _("示例")
