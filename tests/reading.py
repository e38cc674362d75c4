"""Reads papers and pages back as a person would: text, pages, sizes and faces of a PDF, text of a Word file, QR marks on either."""
import io
import json
import re
import zipfile
from pathlib import Path

import typst
import zxingcpp
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader

from lianfang.ground.documents import typeset


def says(page: str, number: str) -> bool:
    """Whether a number stands somewhere by itself, and not inside a longer one or somebody's random id."""
    return bool(re.search(f"(?<![0-9A-Za-z]){number}(?![0-9A-Za-z])", page))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, blanks left out: where lines break is the typesetter's affair."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    """The text of all pages, blanks left out."""
    return "".join(pages(pdf))


def sizes(pdf: bytes) -> dict[float, int]:
    """How many characters stand in each size of type, in points."""
    found: dict[float, int] = {}

    def visit(words, _outer, matrix, _font, size):
        if words.strip():
            point = round(size * abs(matrix[3]), 1)
            found[point] = found.get(point, 0) + len(words.strip())

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return found


def word_text(docx: bytes) -> str:
    """The text of a Word file, tables and footers included, blanks left out."""
    paper = Document(io.BytesIO(docx))
    parts = [paper.element.body, *(section.footer._element for section in paper.sections)]
    return "".join("".join(run.text or "" for part in parts for run in part.iter(qn("w:t"))).split())


def word_marks(docx: bytes) -> list[str]:
    """What the QR marks of a Word file say."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        pictures = [file.read(name) for name in file.namelist() if name.startswith("word/media/")]
    return [said for picture in pictures for said in _read(picture)]


def svg_mark(svg: str) -> list[str]:
    """What a QR mark drawn as SVG says once it is printed."""
    page = '#set page(width: 4cm, height: 4cm, margin: 0cm)\n#image(bytes(sys.inputs.svg), format: "svg", width: 4cm)'
    return _read(typst.compile(page.encode(), format="png", ppi=200, sys_inputs={"svg": svg}))


def printed_marks(template: Path, values: dict) -> list[str]:
    """What the QR marks of a PDF's first page say, the page printed at the resolution of an office copier."""
    written = json.dumps(typeset.printable(values, typeset._drawn), ensure_ascii=False)
    made = typeset._compiler().compile(input=template.read_bytes(), format="png", ppi=200, sys_inputs={"values": written})
    return _read(made[0] if isinstance(made, list) else made)


def _read(picture: bytes) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]
