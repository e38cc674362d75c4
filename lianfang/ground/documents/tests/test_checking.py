"""A Word template somebody hands in: words and known names pass, all else is refused in a sentence that says what to do."""
import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from lianfang.ground.documents import docx, faults_of, is_own, put_version
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


@pytest.mark.parametrize(("content", "said"), [
    (b"hello", "不是 Word 文件"),
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
], ids=["text", "old", "large", "macro", "embedded", "macro-type", "outside", "entity", "field", "bomb", "parts", "broken"])
def test_what_is_no_plain_document_is_refused(content, said):
    assert any(said in one for one in faults_of(content, BULLETIN)), faults_of(content, BULLETIN)
