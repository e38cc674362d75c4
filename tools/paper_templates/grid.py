"""Tables on a Word sheet, and the dashed circle where the seal goes."""
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

EMU_A_MM = 36000
SHAPES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def grid(where, widths, rows=0, *, lines="", align=WD_TABLE_ALIGNMENT.LEFT, padding=1.5):
    """A table of fixed widths in millimetres; `lines` is the inside of w:tblBorders."""
    table = where.add_table(rows, len(widths)) if hasattr(where, "sections") else _inner(where, rows, widths)
    table.autofit, table.alignment = False, align
    shape = table._tbl.tblPr
    side = int(padding * 56.7)
    shape.append(parse_xml(f'<w:tblInd {nsdecls("w")} w:w="{side}" w:type="dxa"/>'))
    shape.append(parse_xml(f'<w:tblBorders {nsdecls("w")}>{lines}</w:tblBorders>'))
    margins = "".join(f'<w:{name} w:w="{side}" w:type="dxa"/>' for name in ("left", "right"))
    shape.append(parse_xml(f'<w:tblCellMar {nsdecls("w")}>{margins}</w:tblCellMar>'))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def row(table, *, widths, height=0, header=False):
    """The cells of a new row that does not tear at the foot of a page."""
    made = table.add_row()
    properties = made._tr.get_or_add_trPr()
    properties.append(parse_xml(f'<w:cantSplit {nsdecls("w")}/>'))
    if height:
        made.height = Mm(height)
    if header:
        properties.append(parse_xml(f'<w:tblHeader {nsdecls("w")}/>'))
    for cell, width in zip(made.cells, widths, strict=True):
        cell.width, cell.vertical_alignment = Mm(width), WD_CELL_VERTICAL_ALIGNMENT.CENTER
        cell._tc.remove(cell.paragraphs[0]._p)
    return made.cells


def tag_row(table, tag, style):
    """A row that only steers the filling and is gone afterwards."""
    cells = table.add_row().cells
    cells[0].paragraphs[0].style = style
    cells[0].paragraphs[0].add_run("{%tr " + tag + " %}")


def line(side, size, colour="000000", kind="single"):
    """One border of a table, `size` in eighths of a point."""
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def all_round(size):
    """The four outer borders."""
    return "".join(line(side, size) for side in ("top", "left", "bottom", "right"))


def underline(cell, size, colour="000000"):
    """A line of its own under one cell."""
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:tcBorders {nsdecls("w")}>{line("bottom", size, colour)}</w:tcBorders>'))


def seal_place(paragraph, millimetres, *, drop):
    """The dashed circle behind the text of a cell, `drop` millimetres below the top of the paragraph."""
    side = millimetres * EMU_A_MM
    paragraph._p.append(parse_xml(
        f'<w:r {nsdecls("w")} {SHAPES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="1" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{int(drop * EMU_A_MM)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="7" name="印章处"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="11430"><a:solidFill><a:srgbClr val="C8102E"/></a:solidFill><a:prstDash val="dash"/></a:ln></wps:spPr>'
        '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
    ))


def _inner(cell, rows, widths):
    table = cell.add_table(rows, len(widths))
    after = table._tbl.getnext()
    if after is not None and after.tag == qn("w:p"):
        cell._tc.remove(after)
    return table
