"""A PDF prints what it was given, whatever that is, with the fonts that travel with the package."""
import io

import pytest
from django.conf import settings
from pypdf import PdfReader

from lianfang.ground.documents import Mark, PaperFault, pdf
from tests.reading import printed_marks, text

LINE = """#import "/ground/documents/paper.typ": *
#paper("样张", 2cm, {
  for line in values.lines { [#line \\ ] }
  strong(values.lines.first())
})
"""
HOSTILE = [
    '#panic("boom")', "{{ 7*7 }}", "{% for x in y %}", "<w:t>&amp;</w:t>", "$x^2$ *b* _i_ `c`", '#import "x"', "\\u{41}", "@a <b>", "//c",
]


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "isolation" / "papers" / "line.typ"
    path.parent.mkdir(parents=True)
    path.write_text(LINE, encoding="utf-8")
    return path


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_is_printed_as_it_stands(sheet, words):
    assert text(pdf(sheet, {"lines": [words]})).count("".join(words.split())) == 2


@pytest.mark.parametrize("name", ["𬭎", "㛃", "王䶮", "李堃喆", "乌日娜·苏日娜·其其格·斯琴高娃", "𬀩𠅤𫖯𫍯囍龘㐂煋"])
def test_rare_names_are_printed_in_full(sheet, name):
    assert text(pdf(sheet, {"lines": [name]})).count(name) == 2


def test_a_character_no_font_has_is_marked_for_the_pen(sheet):
    assert "王〓（ᠮ".replace("ᠮ", "〓") in text(pdf(sheet, {"lines": ["王\U00031350（ᠮ"]}))


def test_control_signs_and_turned_writing_are_left_out(sheet):
    assert "周启明止" in text(pdf(sheet, {"lines": ["周\x00启\u202e明\ud800\ufffe\ufe00止"]}))


def test_it_is_an_archive_file_with_a_title(sheet):
    paper = PdfReader(io.BytesIO(pdf(sheet, {"lines": ["甲"]})))
    assert paper.metadata.title == "样张"
    archive = paper.root_object["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in archive and "<pdfaid:conformance>B</pdfaid:conformance>" in archive


def test_only_faces_that_travel_with_the_package_and_all_of_them_inside_the_file(sheet):
    fonts = [
        font["/DescendantFonts"][0]["/FontDescriptor"] for page in PdfReader(io.BytesIO(pdf(sheet, {"lines": ["甲A1"]}))).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert {font["/FontName"].split("+")[1].rsplit("-", 1)[0] for font in fonts} == {"NotoSerifSC"}
    assert all({"/FontFile2", "/FontFile3"} & set(font) for font in fonts)


def test_the_same_values_give_the_same_bytes(sheet):
    assert pdf(sheet, {"lines": ["甲"]}) == pdf(sheet, {"lines": ["甲"]}) != pdf(sheet, {"lines": ["乙"]})


def test_a_county_s_own_version_is_used(sheet, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")
    own = tmp_path / "home" / "papers" / "isolation" / "line.typ"
    own.parent.mkdir(parents=True)
    own.write_text(LINE.replace("#line", "县用#line"), encoding="utf-8")
    assert "县用甲" in text(pdf(sheet, {"lines": ["甲"]}))


def test_a_template_that_asks_for_more_says_so_in_a_sentence(sheet):
    with pytest.raises(PaperFault, match=r"line\.typ.*lines"):
        pdf(sheet, {"other": "甲"})


def test_a_value_no_paper_can_print_is_refused(sheet):
    with pytest.raises(TypeError, match="float"):
        pdf(sheet, {"lines": [0.1 + 0.2]})


def test_a_mark_is_read_by_a_phone(sheet):
    sheet.write_text('#import "/ground/documents/paper.typ": *\n#paper("码", 2cm, mark(values.code, 27mm))', encoding="utf-8")
    link = "https://lianfang.example/n/NK8F-96RM-N388-B6"
    assert printed_marks(sheet, {"code": Mark(link)}) == [link]
    assert pdf(sheet, {"code": Mark(link)}).startswith(b"%PDF")
