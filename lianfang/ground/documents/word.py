"""Word documents from a .docx template and plain values, the template being one a secretary can change in Word."""
import io
import zipfile
from pathlib import Path
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from .county import own_version
from .faults import PaperFault
from .marks import Mark, qr_png
from .values import printable


def docx(template: Path, values: dict) -> bytes:
    """The filled paper as .docx; texts are escaped, and a name the template asks for must be among the values."""
    paper = DocxTemplate(own_version(template))

    def picture(mark: Mark) -> Any:
        return InlineImage(paper, io.BytesIO(qr_png(mark.text)), width=Mm(mark.width))

    try:
        paper.render(printable(values, picture), SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    except (TemplateError, PackageNotFoundError, zipfile.BadZipFile, XMLSyntaxError) as error:
        raise PaperFault(template, error) from error
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
