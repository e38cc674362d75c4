"""The sheet of a drive as a Word document: totals, and a line a person, his name masked."""
import io

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt


def as_docx(title, note, totals, heads, lines, foot) -> bytes:
    """Landscape; `foot` says who has it, when, and under which number."""
    paper = Document()
    section = paper.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, section.page_height, section.page_width
    section.footer.paragraphs[0].add_run(foot).font.size = Pt(8)
    paper.add_heading(title, 1)
    paper.add_paragraph(note)
    paper.add_paragraph("；".join(totals))
    table = paper.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    for line, boxes in [(heads, table.rows[0].cells), *((line, table.add_row().cells) for line in lines)]:
        for box, text in zip(boxes, line, strict=True):
            box.text = text
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
