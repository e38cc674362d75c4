"""A Word sheet by the rules of official paper: named styles a secretary can change, Chinese faces with stand-ins, fixed bytes."""
import io
import zipfile
from datetime import datetime

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

TITLE, BODY, HEADING, LATIN = "方正小标宋简体", "仿宋_GB2312", "黑体", "Times New Roman"
STAND_INS = {
    TITLE: "方正小标宋_GBK,小标宋,华文中宋,STZhongsong",
    BODY: "仿宋,FangSong,华文仿宋,STFangsong",
    HEADING: "SimHei,华文黑体,STHeiti",
}
RED = RGBColor(0xC8, 0x10, 0x2E)
LEFT, CENTER, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY,
)
DAY_ONE = (2020, 1, 1, 0, 0, 0)


class Sheet:
    """An A4 page to be filled from top to bottom."""

    def __init__(self, title, *, top, bottom, left, right, footer):
        self.word = Document()
        self.word.core_properties.title, self.word.core_properties.author = title, ""
        self.word.core_properties.created = self.word.core_properties.modified = datetime(*DAY_ONE)
        page = self.word.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(top), Mm(bottom), Mm(left), Mm(right)
        page.footer_distance = Mm(footer)
        self.width = 210 - left - right
        self.footer = page.footer
        self.footer.paragraphs[0]._p.getparent().remove(self.footer.paragraphs[0]._p)
        _set_defaults(self.word)

    def style(self, name, size, *, face=BODY, align=LEFT, line=None, before=0, after=0, bold=False, colour=None, indent=0):
        """A named style; `line` is an exact height in points, `indent` counts characters."""
        made = self.word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.quick_style = True
        made.font.size, made.font.bold = Pt(size), bold
        if colour is not None:
            made.font.color.rgb = colour
        set_face(made.element.get_or_add_rPr(), face)
        shape = made.paragraph_format
        shape.alignment, shape.space_before, shape.space_after = align, Pt(before), Pt(after)
        shape.first_line_indent = Pt(size * indent)
        tight = made.element.get_or_add_pPr()
        for switch in ("autoSpaceDE", "autoSpaceDN"):
            tight.insert_element_before(parse_xml(f'<w:{switch} {nsdecls("w")} w:val="0"/>'), "w:spacing", "w:ind", "w:jc", "w:rPr")
        if line:
            shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)

    def say(self, style, *pieces, where=None):
        """A paragraph; a piece in a tuple is bold."""
        paragraph = (where or self.word).add_paragraph(style=style)
        for piece in pieces:
            run = paragraph.add_run(piece[0] if isinstance(piece, tuple) else piece)
            if isinstance(piece, tuple):
                run.bold = True
        return paragraph

    def saved(self):
        """The file; the same sheet gives the same bytes."""
        raw, out = io.BytesIO(), io.BytesIO()
        self.word.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                target.writestr(zipfile.ZipInfo(name, DAY_ONE), source.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()


def right_tab(paragraph, width):
    """What follows a tab stands at the right edge."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)


def rule(paragraph, side, *, colour="000000", size=6, kind="single", space=1):
    """A line above or below a paragraph, `size` in eighths of a point."""
    border = f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    shape = paragraph._p.get_or_add_pPr()
    shape.insert_element_before(
        parse_xml(f'<w:pBdr {nsdecls("w")}>{border}</w:pBdr>'),
        "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr",
    )


def page_number(paragraph):
    """The number of the page, as a field."""
    for kind in ("begin", "", "end"):
        inner = f'<w:fldChar w:fldCharType="{kind}"/>' if kind else '<w:instrText xml:space="preserve">PAGE</w:instrText>'
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}>{inner}</w:r>'))


def set_face(properties, face):
    """The face of Chinese text; digits and Latin letters have their own."""
    fonts = properties.get_or_add_rFonts()
    for script, name in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", face)):
        fonts.set(qn(f"w:{script}"), name)


def _set_defaults(word):
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for child in list(defaults):
        defaults.remove(child)
    faces = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{BODY}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    defaults.append(parse_xml(f'<w:rPrDefault {nsdecls("w")}><w:rPr>{faces}</w:rPr></w:rPrDefault>'))
    defaults.append(parse_xml(f'<w:pPrDefault {nsdecls("w")}/>'))
    set_face(word.styles["Normal"].element.get_or_add_rPr(), BODY)
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, others in STAND_INS.items()
    )
    table = next(rel.target_part for rel in word.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    table._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()
