"""The Word template of the bulletin, by GB/T 9704: 37 mm above, 28 mm at the left, a type area of 156 × 225 mm."""
from docx.shared import Mm

from .grid import grid, line, row, seal_place, tag_row, underline
from .sheet import CENTER, HEADING, JUSTIFY, LEFT, RED, RIGHT, TITLE, Sheet, page_number, right_tab, rule

COLUMNS = (11, 76, 23, 23, 23)
SIGNING = (18, 24, 20)
CLOSING = (66, 90)
GREY = "C8C8C8"


def bulletin():
    """疫情防控日报."""
    return _made("疫情防控日报")


def weekly():
    """疫情防控周报: the same sheet."""
    return _made("疫情防控周报")


def _made(title):
    sheet = _sheet(title)
    _head(sheet)
    sheet.say("小标题", "一、总体情况")
    _paragraphs(sheet, "summary")
    sheet.say("小标题", "二、主要数据")
    _figures(sheet)
    sheet.say("更正", "{%p for words in corrections %}")
    sheet.say("更正", "{{ words }}")
    sheet.say("更正", "{%p endfor %}")
    sheet.say("正文字", "{%p for section in sections %}")
    sheet.say("小标题", "{{ section.title }}")
    _paragraphs(sheet, "section.paragraphs")
    sheet.say("正文字", "{%p endfor %}")
    _closing(sheet)
    _footer(sheet)
    return sheet.saved()


def _sheet(title):
    sheet = Sheet(title, top=37, bottom=35, left=28, right=26, footer=17)
    sheet.style("报头", 46, face=TITLE, align=CENTER, colour=RED, line=52, after=2)
    sheet.style("期号", 16, line=23)
    sheet.style("单位", 14, line=22, after=5)
    sheet.style("小标题", 16, face=HEADING, line=23, before=2)
    sheet.style("正文字", 16, align=JUSTIFY, line=24, indent=2)
    for name, align in (("左", LEFT), ("中", CENTER), ("右", RIGHT)):
        sheet.style(f"表头{name}", 12.5, face=HEADING, align=align, line=15)
        sheet.style(f"表内{name}", 12.5, align=align, line=15)
    sheet.style("截至", 9.5, align=RIGHT, line=12)
    sheet.style("更正", 11.5, align=JUSTIFY, line=17, before=3)
    sheet.style("落款", 12.5, align=CENTER, line=17.5)
    sheet.style("印章", 9.5, align=CENTER, line=12, colour=RED)
    sheet.style("页脚", 9.5, line=14)
    sheet.style("间隔", 2, line=3)
    return sheet


def _head(sheet):
    title = sheet.say("报头", "{{ title }}")
    title.runs[0]._r.get_or_add_rPr().append(title.runs[0]._r.makeelement(f"{{{title._p.nsmap['w']}}}spacing", {
        f"{{{title._p.nsmap['w']}}}val": "140",
    }))
    right_tab(sheet.say("期号", "{{ issue }}\t签发人：", ("{{ signer }}",)), sheet.width)
    unit = sheet.say("单位", "{{ issuer }}\t{{ issued }}")
    right_tab(unit, sheet.width)
    rule(unit, "bottom", colour="C8102E", size=22, space=3)


def _paragraphs(sheet, name):
    sheet.say("正文字", "{%p for words in " + name + " %}")
    sheet.say("正文字", "{{ words }}")
    sheet.say("正文字", "{%p endfor %}")


def _figures(sheet):
    table = grid(sheet.word, COLUMNS, lines=line("top", 12) + line("bottom", 12) + line("insideH", 3, GREY), padding=1.5)
    cells = row(table, widths=COLUMNS, header=True)
    for cell, words, side in zip(cells, ("序", "指标", "本期", "上期", "比上期"), "中左右右右", strict=True):
        sheet.say(f"表头{side}", words, where=cell)
        underline(cell, 8)
    sheet.say("截至", "{{ now_at }}", where=cells[2])
    sheet.say("截至", "{{ before_at }}", where=cells[3])
    tag_row(table, "for row in figures", "表内左")
    tag_row(table, "if row.is_total", "表内左")
    _figure(sheet, table, bold=True)
    tag_row(table, "else", "表内左")
    _figure(sheet, table, bold=False)
    tag_row(table, "endif", "表内左")
    tag_row(table, "endfor", "表内左")


def _figure(sheet, table, *, bold):
    cells = row(table, widths=COLUMNS, height=5.4)
    for cell, name, side in zip(cells, ("place", "label", "now", "before", "change"), "中左右右右", strict=True):
        words = "{{ row." + name + " }}"
        sheet.say(f"表内{side}", (words,) if bold else words, where=cell)


def _closing(sheet):
    sheet.say("间隔", "")
    closing = grid(sheet.word, CLOSING, padding=0)
    signing, issued = row(closing, widths=CLOSING)
    inside = "".join(line(side, 6) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    table = grid(signing, SIGNING, lines=inside)
    tag_row(table, "for each in signatures", "表内中")
    cells = row(table, widths=SIGNING, height=6.6)
    for cell, name in zip(cells, ("act", "name", "at"), strict=True):
        sheet.say("表内中", "{{ each." + name + " }}", where=cell)
    tag_row(table, "endfor", "表内中")
    sheet.say("间隔", "", where=signing)
    seal_place(sheet.say("落款", "{{ issuer }}", where=issued), 31, drop=-5)
    sheet.say("落款", "{{ issued }}", where=issued)
    sheet.say("印章", "印章处", where=issued)
    for paragraph in issued.paragraphs:
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(6)
    sheet.say("间隔", "")


def _footer(sheet):
    upper = sheet.say("页脚", "{{ frozen }}　{{ serial }}　{{ check_code }}\t— ", where=sheet.footer)
    rule(upper, "top", space=3)
    right_tab(upper, sheet.width)
    page_number(upper)
    upper.add_run(" —")
    right_tab(sheet.say("页脚", "{{ journal }}\t", ("{{ state }}",), where=sheet.footer), sheet.width)
