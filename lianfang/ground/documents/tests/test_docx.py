"""A Word file prints what it was given, from a template a secretary may have changed."""
import io

import pytest
from django.conf import settings
from docx import Document

from lianfang.ground.documents import Mark, PaperFault, docx
from tests.reading import word_marks, word_text

HOSTILE = ['#panic("boom")', "{{ 7*7 }}", "{% for x in y %}", "<w:t>&amp;</w:t>", "]]><x/>", "{{ name.__class__ }}", "&lt;"]


def make(path, *lines):
    """A template with these lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    paper = Document()
    for line in lines:
        paper.add_paragraph(line)
    paper.save(path)
    return path


@pytest.fixture
def sheet(tmp_path):
    return make(tmp_path / "isolation" / "papers" / "line.docx", "致{{ name }}：", "{{ mark }}")


@pytest.mark.parametrize("name", [*HOSTILE, "𬭎㛃", "乌日娜·苏日娜·其其格·斯琴高娃"])
def test_words_are_printed_as_they_stand(sheet, name):
    assert f"致{''.join(name.split())}：" in word_text(docx(sheet, {"name": name, "mark": ""}))


def test_control_signs_do_not_break_the_file(sheet):
    assert "致周启明：" in word_text(docx(sheet, {"name": "周\x00启\x0b\u202e明\ud800\ufffe", "mark": ""}))


def test_a_mark_becomes_a_picture_a_phone_reads(sheet):
    link = "https://lianfang.example/n/NK8F-96RM-N388-B6"
    assert word_marks(docx(sheet, {"name": "甲", "mark": Mark(link)})) == [link]


def test_a_county_s_own_version_is_used(sheet, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")
    make(tmp_path / "home" / "papers" / "isolation" / "line.docx", "县用{{ name }}")
    assert word_text(docx(sheet, {"name": "甲", "mark": ""})) == "县用甲"


@pytest.mark.parametrize(("line", "why"), [
    ("{{ nmae }}", "nmae"), ("{{ name", "unexpected"), ("{% for x in name %}", "endfor"), ("{{ name.__class__.__mro__ }}", "unsafe"),
])
def test_a_slip_in_a_template_is_told_in_a_sentence(sheet, line, why):
    make(sheet, line)
    with pytest.raises(PaperFault, match=f"line.docx.*{why}"):
        docx(sheet, {"name": "甲"})


def test_a_template_that_is_no_word_file_is_told_in_a_sentence(sheet):
    sheet.write_bytes(b"not a word file")
    with pytest.raises(PaperFault, match=r"line\.docx"):
        docx(sheet, {"name": "甲"})


def test_the_template_itself_is_never_changed(sheet):
    before = sheet.read_bytes()
    docx(sheet, {"name": "甲", "mark": ""})
    assert sheet.read_bytes() == before


def test_the_result_opens_again(sheet):
    assert Document(io.BytesIO(docx(sheet, {"name": "甲", "mark": ""}))).paragraphs[0].text == "致甲："
