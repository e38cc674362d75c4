"""The public form of the statistics as CSV and as a Word document."""
import csv
import io

from django.utils.translation import gettext as _
from docx import Document

from lianfang.ground import sheets

LEFT_OUT = "*"


def cell(number) -> str:
    """A number as it is published: nothing that could tell somebody."""
    return LEFT_OUT if number is None else str(number)


def note(found) -> str:
    """What the star means."""
    return _("* 不足 {n} 人，或者会让人推算出来的，不公布。").format(n=found["least"])


def title(found) -> str:
    """What it is called."""
    return _("{year}年{month}月管控措施统计").format(year=found["begin"].year, month=found["begin"].month)


def as_csv(found) -> bytes:
    """Both parts, one below the other."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([title(found)])
    for heading, grid in found["parts"]:
        writer.writerow([heading, *grid["measures"]])
        writer.writerows([sheets.harmless(line), *map(cell, numbers)] for line, numbers in grid["lines"])
    writer.writerow([note(found)])
    return ("\ufeff" + out.getvalue()).encode()


def as_docx(found) -> bytes:
    """The same on paper."""
    paper = Document()
    paper.add_heading(title(found), 1)
    for heading, grid in found["parts"]:
        paper.add_heading(heading, 2)
        table = paper.add_table(rows=1, cols=1 + len(grid["measures"]))
        table.style = "Table Grid"
        for box, text in zip(table.rows[0].cells, ["", *grid["measures"]], strict=True):
            box.text = text
        for line, numbers in grid["lines"]:
            for box, text in zip(table.add_row().cells, [line, *map(cell, numbers)], strict=True):
                box.text = text
    paper.add_paragraph(note(found))
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
