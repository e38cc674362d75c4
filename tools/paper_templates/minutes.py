"""The Word template of the minutes of a meeting."""
from .grid import all_round, grid, line, row, seal_place, tag_row
from .sheet import CENTER, HEADING, JUSTIFY, RED, RIGHT, TITLE, Sheet, page_number, right_tab, rule

HEAD = (("时间", "{{ when }}"), ("地点", "{{ place }}"), ("主持", "{{ chair }}"), ("记录", "{{ keeper }}"),
        ("到会", "{{ present }}（应到{{ expected }}人）"), ("请假", "{{ apology }}"), ("缺席", "{{ absent }}"), ("依据", "{{ facts }}"))
WIDTHS = (38, 48, 28, 24, 18)
COLUMNS = (("承办", "{{ share.who }}"), ("办什么", "{{ share.what }}"), ("地点", "{{ share.where }}"), ("时限", "{{ share.due }}"),
           ("佐证", "{{ share.evidence }}"))


def minutes():
    """会议纪要."""
    sheet = Sheet("会议纪要", top=30, bottom=25, left=28, right=26, footer=12)
    sheet.style("标题字", 24, face=TITLE, align=CENTER, line=36, after=6, colour=RED)
    sheet.style("期号", 13, line=22)
    sheet.style("正文字", 13, align=JUSTIFY, line=22)
    sheet.style("一级标题", 15, face=HEADING, line=28, before=8)
    sheet.style("议题", 14, line=26, before=4, bold=True)
    sheet.style("说明", 11, line=18)
    sheet.style("首段", 14, align=JUSTIFY, line=26, indent=2)
    sheet.style("表格字", 11, line=16)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=24)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.style("页码", 10.5, align=CENTER)
    sheet.say("小字", "{{ state }}")
    sheet.say("标题字", "{{ title }}")
    head = sheet.say("期号", "{{ issue }}\t{{ issued }}")
    right_tab(head, sheet.width)
    rule(head, "bottom", colour=RED, size=12)
    for name, words in HEAD:
        sheet.say("正文字", f"{name}　{words}")
    _items(sheet)
    _decisions(sheet)
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "校验码 {{ code }}")
    page_number(sheet.footer.add_paragraph(style="页码"))
    return sheet.saved()


def _items(sheet):
    sheet.say("小字", "{%p for section in sections %}")
    sheet.say("一级标题", "{{ section.title }}")
    sheet.say("小字", "{%p for item in section.matters %}")
    sheet.say("议题", "{{ item.title }}")
    sheet.say("小字", "{%p if item.note %}")
    sheet.say("说明", "{{ item.note }}")
    sheet.say("小字", "{%p endif %}")
    sheet.say("首段", "{{ item.said }}")
    sheet.say("小字", "{%p endfor %}")
    sheet.say("小字", "{%p endfor %}")


def _decisions(sheet):
    sheet.say("一级标题", "{{ decided_title }}")
    sheet.say("小字", "{%p if n_decisions == 0 %}")
    sheet.say("首段", "会上没有作出决定。")
    sheet.say("小字", "{%p endif %}")
    sheet.say("小字", "{%p for one in decisions %}")
    sheet.say("首段", "{{ one.words }}")
    table = grid(sheet.word, WIDTHS, lines=all_round(4) + line("insideH", 4) + line("insideV", 4))
    for cell, (word, _value) in zip(row(table, widths=WIDTHS, header=True), COLUMNS, strict=True):
        sheet.say("表格字", word, where=cell)
    tag_row(table, "for share in one.shares", "小字")
    for cell, (_word, value) in zip(row(table, widths=WIDTHS), COLUMNS, strict=True):
        sheet.say("表格字", value, where=cell)
    tag_row(table, "endfor", "小字")
    sheet.say("小字", "{%p endfor %}")
