"""The Word template of what inspections say on paper: the ranking of a round, the report of a time."""
from .grid import grid, line, row, seal_place, tag_row, underline
from .sheet import CENTER, HEADING, JUSTIFY, LEFT, RED, RIGHT, TITLE, Sheet

COLUMNS = (16, 50, 40, 18, 16, 16)
SIDES = "中左左右右右"


def ranking():
    """督查通报."""
    sheet = Sheet("督查通报", top=32, bottom=28, left=28, right=26, footer=14)
    sheet.style("标题字", 22, face=TITLE, align=CENTER, line=32, after=6)
    sheet.style("文号", 14, align=CENTER, line=22, after=8)
    sheet.style("小标题", 14, face=HEADING, line=22, before=4)
    sheet.style("首段", 14, align=JUSTIFY, line=24, indent=2)
    for name, align in (("左", LEFT), ("中", CENTER), ("右", RIGHT)):
        sheet.style(f"表头{name}", 11, face=HEADING, align=align, line=15)
        sheet.style(f"表内{name}", 11, align=align, line=15)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("文号", "{{ number }}")
    _each(sheet, "words", "paragraphs")
    sheet.say("首段", "{%p for board in boards %}")
    sheet.say("小标题", "{{ board.title }}")
    _board(sheet)
    sheet.say("首段", "{%p endfor %}")
    _each(sheet, "line", "closing")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "数据截至 {{ cut_off }}　校验码 {{ code }}")
    return sheet.saved()


def _each(sheet, name, where):
    sheet.say("首段", "{%p for " + f"{name} in {where}" + " %}")
    sheet.say("首段", "{{ " + name + " }}")
    sheet.say("首段", "{%p endfor %}")


def _board(sheet):
    table = grid(sheet.word, COLUMNS, lines=line("top", 12) + line("bottom", 12) + line("insideH", 3, "C8C8C8"), padding=1.2)
    for n, cell in enumerate(row(table, widths=COLUMNS, header=True)):
        sheet.say(f"表头{SIDES[n]}", "{{ board.heads[" + str(n) + "] }}", where=cell)
        underline(cell, 8)
    tag_row(table, "for row in board.rows", "表内左")
    for n, cell in enumerate(row(table, widths=COLUMNS, height=5.4)):
        sheet.say(f"表内{SIDES[n]}", "{{ row[" + str(n) + "] }}", where=cell)
    tag_row(table, "endfor", "表内左")
