"""The Word templates of transfers: the receipt of another county's letter, and the letter that goes with a case."""
from .grid import all_round, grid, line, row, seal_place, tag_row
from .sheet import CENTER, HEADING, JUSTIFY, RED, RIGHT, TITLE, Sheet

TAKEN = (("接管单位", "{{ issuer }}"), ("接管人", "{{ taken_by }}"), ("接管时间", "{{ taken_at }}"), ("回拨电话", "{{ phone_back }}"))
SENT = (("姓　　名", "{{ name }}　{{ sex }}"), ("证件号码", "{{ number }}"), ("电　　话", "{{ phone }}"), ("病　　名", "{{ disease }}"),
        ("报告卡号", "{{ card }}"), ("转出时间", "{{ sent }}"))
WIDTHS = (52, 52, 52)


def receipt():
    """协查回执."""
    sheet = _sheet("协查回执")
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("文号", "{{ number }}")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "你处关于{{ disease }}的来函（{{ their_number }}）我县于{{ came }}收到，涉及{{ count }}人，由我县接管。")
    for name, words in TAKEN:
        sheet.say("正文字", f"{name}　{words}")
    table = grid(sheet.word, WIDTHS, lines=all_round(4) + line("insideH", 4) + line("insideV", 4))
    for cell, said in zip(row(table, widths=WIDTHS), ("姓名", "类别", "落实情况"), strict=True):
        sheet.say("正文字", said, where=cell)
    tag_row(table, "for one in rows", "小字")
    for cell, said in zip(row(table, widths=WIDTHS), ("{{ one.name }}", "{{ one.kind }}", "{{ one.found }}"), strict=True):
        sheet.say("正文字", said, where=cell)
    tag_row(table, "endfor", "小字")
    _signed(sheet)
    sheet.say("小字", "校验码 {{ code }}　本件含个人信息，仅用于疫情防控，用后按规定销毁。")
    return sheet.saved()


def sending():
    """病例转送函."""
    sheet = _sheet("病例转送函")
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "下列病例现由我县转送你处（{{ reason }}），请接收，并把回执发还我处。")
    for name, words in SENT:
        sheet.say("正文字", f"{name}　{words}")
    _signed(sheet)
    sheet.say("小标题", "回　　执")
    sheet.say("正文字", "{{ issuer }}：{{ name }} 已由我处接收。")
    sheet.say("正文字", "接收单位＿＿＿＿＿＿＿＿＿　接收人＿＿＿＿＿＿　回拨电话＿＿＿＿＿＿＿＿＿　你处文号＿＿＿＿＿＿")
    sheet.say("落款", "单位盖章　　　年　　月　　日　　时")
    sheet.say("小字", "联系电话 {{ phone_here }}　校验码 {{ code }}　本函含个人信息，仅用于疫情防控，用后按规定销毁。")
    return sheet.saved()


def _signed(sheet):
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")


def _sheet(title):
    sheet = Sheet(title, top=28, bottom=22, left=28, right=26, footer=12)
    sheet.style("标题字", 20, face=TITLE, align=CENTER, line=30, after=4)
    sheet.style("文号", 14, align=CENTER, line=22, after=6)
    sheet.style("正文字", 13, align=JUSTIFY, line=21)
    sheet.style("首段", 14, align=JUSTIFY, line=22, indent=2, after=4)
    sheet.style("小标题", 14, face=HEADING, align=CENTER, line=24, before=6)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    return sheet
