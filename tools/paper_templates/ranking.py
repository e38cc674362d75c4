"""The Word templates of papers with boards: a ranking or the report of inspections, the weekly risk report, a muster list."""
from .grid import grid, line, row, seal_place, tag_row, underline
from .sheet import CENTER, HEADING, JUSTIFY, LEFT, RED, RIGHT, TITLE, Sheet

COLUMNS, SIDES = (16, 50, 40, 18, 16, 16), "中左左右右右"
MUSTER, MUSTER_SIDES = (12, 34, 36, 34, 40), "中左左左左"
WEEK, WEEK_SIDES = (15, 26, 30, 11, 11, 26, 13, 24), "中左左中中左中左"


def ranking():
    """督查通报."""
    sheet = _begun("督查通报", 28, 11)
    _each(sheet, "words", "paragraphs")
    sheet.say("首段", "{%p for board in boards %}")
    sheet.say("小标题", "{{ board.title }}")
    _board(sheet, COLUMNS, SIDES, "board.")
    sheet.say("首段", "{%p endfor %}")
    _each(sheet, "line", "closing")
    return _ended(sheet)


def risk_week():
    """疫情风险周评估报告."""
    sheet = _begun("疫情风险周评估报告", 26, 10.5)
    _each(sheet, "words", "paragraphs")
    _board(sheet, WEEK, WEEK_SIDES)
    return _ended(sheet)


def muster():
    """返岗点名册."""
    sheet = _begun("返岗点名册", 28, 11)
    _each(sheet, "words", "paragraphs")
    sheet.say("首段", "{%p for board in boards %}")
    sheet.say("小标题", "{{ board.title }}")
    _board(sheet, MUSTER, MUSTER_SIDES, "board.")
    sheet.say("首段", "{%p endfor %}")
    return _ended(sheet)


def _begun(title, left, size):
    sheet = Sheet(title, top=32, bottom=28, left=left, right=26, footer=14)
    sheet.style("标题字", 22, face=TITLE, align=CENTER, line=32, after=6)
    sheet.style("文号", 14, align=CENTER, line=22, after=8)
    sheet.style("小标题", 14, face=HEADING, line=22, before=4)
    sheet.style("首段", 14, align=JUSTIFY, line=24, indent=2)
    for name, align in (("左", LEFT), ("中", CENTER), ("右", RIGHT)):
        sheet.style(f"表头{name}", size, face=HEADING, align=align, line=15)
        sheet.style(f"表内{name}", size, align=align, line=15)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("文号", "{{ number }}")
    return sheet


def _ended(sheet):
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "数据截至 {{ cut_off }}　校验码 {{ code }}")
    return sheet.saved()


def _each(sheet, name, where):
    sheet.say("首段", "{%p for " + f"{name} in {where}" + " %}")
    sheet.say("首段", "{{ " + name + " }}")
    sheet.say("首段", "{%p endfor %}")


def _board(sheet, columns, sides, of=""):
    table = grid(sheet.word, columns, lines=line("top", 12) + line("bottom", 12) + line("insideH", 3, "C8C8C8"), padding=1.2)
    for n, cell in enumerate(row(table, widths=columns, header=True)):
        sheet.say(f"表头{sides[n]}", "{{ " + of + "heads[" + str(n) + "] }}", where=cell)
        underline(cell, 8)
    tag_row(table, f"for row in {of}rows", "表内左")
    for n, cell in enumerate(row(table, widths=columns, height=5.4)):
        sheet.say(f"表内{sides[n]}", "{{ row[" + str(n) + "] }}", where=cell)
    tag_row(table, "endfor", "表内左")
