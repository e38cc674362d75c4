"""The Word template of the report card of a case."""
from .grid import all_round, grid, line, row, tag_row
from .sheet import CENTER, TITLE, Sheet, right_tab

WIDTHS = (42, 126)


def card():
    """传染病报告卡."""
    sheet = Sheet("传染病报告卡", top=24, bottom=20, left=22, right=20, footer=12)
    sheet.style("小字", 9.5, line=13)
    sheet.style("标题字", 20, face=TITLE, align=CENTER, line=30, after=8)
    sheet.style("正文字", 12, line=20)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    right_tab(sheet.say("正文字", "卡片编号：{{ number }}\t报卡类别：{{ kind }}"), sheet.width)
    table = grid(sheet.word, WIDTHS, lines=all_round(4) + line("insideH", 4) + line("insideV", 4))
    tag_row(table, "for one in rows", "小字")
    label, said = row(table, widths=WIDTHS)
    sheet.say("正文字", "{{ one.label }}", where=label)
    sheet.say("正文字", "{{ one.said }}", where=said)
    tag_row(table, "endfor", "小字")
    sheet.say("小字", "校验码 {{ code }}　本卡含个人信息，依法报告、依法保密。")
    return sheet.saved()
