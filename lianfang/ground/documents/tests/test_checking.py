"""A Word template somebody hands in: words and known names pass, all else is refused in a sentence that says what to do."""
import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from lianfang.ground.documents import docx, faults_of, is_own, put_version
from lianfang.ground.documents.word import filled
from tests.reading import word_text

ROOM = Path(__file__).resolve().parents[3]
BULLETIN = ROOM / "overview" / "situation" / "papers" / "bulletin.docx"
STANDARDS = sorted(ROOM.rglob("papers/*.docx"))


def word(*paragraphs, header="") -> bytes:
    """A document of these paragraphs."""
    paper, out = Document(), io.BytesIO()
    for one in paragraphs:
        paper.add_paragraph(one)
    if header:
        paper.sections[0].header.paragraphs[0].text = header
    paper.save(out)
    return out.getvalue()


def changed(content, **parts) -> bytes:
    """The same package with parts added or put in place of others: name_with__for_slash → bytes, or a function of what stood there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = parts.pop(name, None)
            new.writestr(name, change(old.read(name)) if callable(change) else old.read(name) if change is None else change)
        for name, content_ in parts.items():
            new.writestr(name, content_)
    return out.getvalue()


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_shipped_template_passes_as_its_own(standard):
    assert faults_of(standard.read_bytes(), standard) == []


def test_an_edited_one_is_filled_with_the_papers_words_and_escaped(settings, tmp_path):
    content = word("本县日报 {{ issue }}", "{%p for row in figures %}", "{{ row.label }}是{{ row.now }}", "{%p endfor %}")
    assert faults_of(content, BULLETIN) == []
    settings.HOME = tmp_path
    put_version(BULLETIN, content)
    made = docx(BULLETIN, {"issue": "第1期<w:p/>&", "figures": [{"label": "在管", "now": "35"}]})
    assert "本县日报第1期<w:p/>&在管是35" in word_text(made) and is_own(BULLETIN)
    put_version(BULLETIN, b"")
    assert not is_own(BULLETIN)


@pytest.mark.parametrize(("paragraph", "said"), [
    ("{{ manged }}", "没有“manged”这个占位符；这里可以用：before_at"),
    ("{% for row in figures %}{{ row.lable }}{% endfor %}",
     "没有“figures.lable”这个占位符；这里可以用：before、change、is_total、label、now、place"),
    ("{{ issue.__class__ }}", "不能用“__class__”"),
    ("{{ issue|upper }}", "不能用“Filter”"),
    ("{{ range(1000000000) }}", "不能用“Call”"),
    ("{{ 'x' * 1000000000 }}", "不能用“Mul”"),
    ("{{ figures['__len__'] }}", "不能用"),
    ("{% include 'x' %}", "不能用“Include”"),
    ("{% set x = issue %}", "不能用“Assign”"),
    ("{% for a in figures %}{% for b in figures %}{% for c in figures %}{% for d in figures %}{{ issue }}{% endfor %}{% endfor %}"
     "{% endfor %}{% endfor %}", "最多套 3 层"),
    ("{% for row in figures %}{% for other in figures %}{{ row.now }}{% endfor %}{% endfor %}", "里层的 for"),
    ("{{ " + "(" * 5000 + "issue" + ")" * 5000 + " }}", "占位符写错了"),
    ("{% if issue %}", "占位符写错了"),
    ("{{ issue ", "占位符写错了"),
])
def test_what_a_template_may_not_ask_is_named(paragraph, said):
    assert any(said in one for one in faults_of(word(paragraph), BULLETIN)), faults_of(word(paragraph), BULLETIN)


def test_heads_and_properties_are_looked_at_too():
    assert "manged" in faults_of(word("{{ issue }}", header="{{ manged }}"), BULLETIN)[0]
    paper, out = Document(), io.BytesIO()
    paper.core_properties.title = "{{ issue.__init__ }}"
    paper.save(out)
    assert "__init__" in faults_of(out.getvalue(), BULLETIN)[0]


RELATED, BODY, TYPES = "word/_rels/document.xml.rels", "word/document.xml", "[Content_Types].xml"
TEMPLATE = b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://elsewhere.example/t"'


def related(relationship, encoding="utf-8"):
    """A document with one more relationship, in some encoding."""
    def more(was):
        told = was.replace(b"</Relationships>", relationship + b"</Relationships>").decode()
        return re.sub("encoding=.UTF-8.", f'encoding="{encoding}"', told).encode(encoding)
    return changed(word("{{ issue }}"), **{RELATED: more})


def noted(content, text):
    """The same with a footnote, in a part whose name tells nobody that it is one."""
    kind, words = "officedocument.wordprocessingml.footnotes+xml", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    typed = f'<Override PartName="/word/n.xml" ContentType="application/vnd.openxmlformats-{kind}"/></Types>'.encode()
    linked = b'<Relationship Id="rId991" Type="http://elsewhere.example/relationships/footnotes" Target="n.xml"/></Relationships>'
    return changed(content, **{
        TYPES: lambda was: was.replace(b"</Types>", typed), RELATED: lambda was: was.replace(b"</Relationships>", linked),
        "word/n.xml": f'<w:footnotes xmlns:w="{words}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnotes>'.encode()})


def test_footnotes_are_looked_at_by_what_they_are_and_filled_once():
    assert "Mul" in faults_of(noted(word("{{ issue }}"), "{{ 'x' * 1000000000 }}"), BULLETIN)[0]
    paper, out = Document(), io.BytesIO()
    paper.add_section()
    paper.save(out)
    made = filled(io.BytesIO(noted(out.getvalue(), "{{ issue }}")), {"issue": "{{ 7 * 7 }}"})
    assert b"{{ 7 * 7 }}" in zipfile.ZipFile(io.BytesIO(made)).read("word/n.xml")


def asking(*pieces):
    """A document with a field whose code is written in pieces."""
    runs = b"".join(b"<w:r>" + piece + b"</w:r>" for piece in (
        b'<w:fldChar w:fldCharType="begin"/>', *(b"<w:instrText>" + one + b"</w:instrText>" for one in pieces),
        b'<w:fldChar w:fldCharType="end"/>'))
    return changed(word("{{ issue }}"), **{BODY: lambda was: was.replace(b"</w:body>", b"<w:p>" + runs + b"</w:p></w:body>")})


@pytest.mark.parametrize(("content", "said"), [
    (related(b'<Relationship Id="r99" ' + TEMPLATE + b' TargetMode="&#69;xternal"/>'), "连着外面"),
    (related(b'<x:Relationship xmlns:x="http://schemas.openxmlformats.org/package/2006/relationships" Id="r99" ' + TEMPLATE
             + b' TargetMode="External"/>'), "连着外面"),
    (related(b'<Relationship Id="r99" ' + TEMPLATE + b' TargetMode="External"/>', "UTF-16"), "不认识的内容"),
    (related(b'<Relationship Id="r99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="a.xml"/>'),
     "嵌入的程序"),
    (asking(b"DDEA", b"UTO c:\\x"), "域（DDEAUTO"),
    (asking(b"&#73;NCLUDEPICTURE x"), "域（INCLUDEPICTURE"),
    (asking(b" QUOTE 68 68 69 "), "域（QUOTE"),
    (changed(word("{{ issue }}"), **{"word/chunk.htm": b"<img src='http://elsewhere.example/'>"}), "不认识的内容"),
    (changed(word("{{ issue }}"), **{"word/header9.png": b"<w:hdr/>", TYPES: lambda was: was.replace(b"</Types>", (
        b'<Override PartName="/word/header9.png" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>'
        b"</Types>"))}), "不认识的内容"),
    (changed(word("{{ issue }}"), **{TYPES: lambda was: was.replace(b"document.main+xml", b"macroEnabl&#101;d.main+xml")}), "宏"),
    (word("{{ issue }}")[:30] + b"\xff" * 40 + word("{{ issue }}")[70:], "Word 文件"),
], ids=["reference", "prefix", "utf-16", "chunk", "pieces", "letters", "quote", "html", "disguised", "type", "spoilt"])
def test_what_is_hidden_in_another_way_of_writing_is_refused_as_well(content, said):
    assert any(said in one for one in faults_of(content, BULLETIN)), faults_of(content, BULLETIN)


def test_fields_that_tell_of_the_document_and_links_one_presses_pass():
    link = b'<Relationship Id="r99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" ' \
           b'Target="https://county.example/" TargetMode="External"/>'
    assert faults_of(related(link), BULLETIN) == faults_of(asking(b" PA", b"GE \\* MERGEFORMAT "), BULLETIN) == []


@pytest.mark.parametrize(("content", "said"), [
    (b"hello", "不是 Word 文件"),
    (word("{{ " * 2001), "大得不正常"),
    (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧的 .doc"),
    (b"\0" * 4_000_001, "太大"),
    (changed(word("{{ issue }}"), **{"word/vbaProject.bin": b"x"}), "宏"),
    (changed(word("{{ issue }}"), **{"word/embeddings/oleObject1.bin": b"x"}), "嵌入的程序"),
    (changed(word("{{ issue }}"), **{"[Content_Types].xml": lambda was: was.replace(
        b"wordprocessingml.document.main+xml", b"wordprocessingml.document.macroEnabled.main+xml")}), "宏"),
    (changed(word("{{ issue }}"), **{"word/_rels/document.xml.rels": lambda was: was.replace(b"</Relationships>", (
        b'<Relationship Id="r99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://elsewhere.example/t.dotm" TargetMode="External"/></Relationships>'))}), "连着外面"),
    (changed(word("{{ issue }}"), **{"word/document.xml": lambda was: was.replace(
        b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)}), "不认识的内容"),
    (changed(word("{{ issue }}"), **{"word/document.xml": lambda was: was.replace(
        b"</w:body>", b"<w:p><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r></w:p></w:body>")}), "域（DDEAUTO）"),
    (changed(word("{{ issue }}"), **{"word/media/a.xml": b"0" * 41_000_000}), "大得不正常"),
    (changed(word("{{ issue }}"), **{f"word/media/{n}.txt": b"" for n in range(401)}), "大得不正常"),
    (changed(word("{{ issue }}"), **{"word/document.xml": b"<w:document"}), "打不开"),
], ids=["text", "braces", "old", "large", "macro", "embedded", "macro-type", "outside", "entity", "field", "bomb", "parts", "broken"])
def test_what_is_no_plain_document_is_refused(content, said):
    assert any(said in one for one in faults_of(content, BULLETIN)), faults_of(content, BULLETIN)
