"""Word documents from a .docx template and plain values, the template being one a secretary can change in Word."""
import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from .county import own_version
from .faults import PaperFault
from .marks import Mark, qr_png
from .values import plain, printable

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class Paper(DocxTemplate):
    """A template whose footnotes are filled once: filled again for each section, words that were put in would be read as a template."""

    def render_footnotes(self, context, jinja_env=None):
        """Each part of them, whatever it is called."""
        for part in footnotes_of(self):
            part._blob = self.render_xml_part(self.patch_xml(part.blob.decode("utf-8")), part, context, jinja_env).encode("utf-8")


def footnotes_of(paper) -> list:
    """The parts of a document that are footnotes: their type says so, and no name."""
    return [part for part in paper.docx.part.package.iter_parts() if part.content_type == FOOTNOTES]


def docx(template: Path, values: dict, foot: str = "") -> bytes:
    """The filled paper as .docx; texts are escaped, and a name the template asks for must be among the values.

    `foot` stands below every page, in a county's own template too.
    """
    try:
        made = filled(own_version(template), values)
    except (TemplateError, PackageNotFoundError, zipfile.BadZipFile, XMLSyntaxError) as error:
        raise PaperFault(template, error) from error
    return _stamped(made, plain(foot)) if foot else made


def filled(source, values: dict) -> bytes:
    """A template, by its path or as a file, with its values."""
    paper = Paper(source)

    def picture(mark: Mark) -> Any:
        return InlineImage(paper, io.BytesIO(qr_png(mark.text)), width=Mm(mark.width))

    paper.render(printable(values, picture), SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _stamped(content: bytes, foot: str) -> bytes:
    """A last line in the foot of each section, on the first and on even pages as well where these are their own."""
    document, out = Document(io.BytesIO(content)), io.BytesIO()
    for section in document.sections:
        feet = [section.footer]
        if section.different_first_page_header_footer:
            feet.append(section.first_page_footer)
        if document.settings.odd_and_even_pages_header_footer:
            feet.append(section.even_page_footer)
        for one in feet:
            line = one.add_paragraph()
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            line.add_run(foot).font.size = Pt(8)
    document.save(out)
    return out.getvalue()
