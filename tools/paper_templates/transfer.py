"""The Word templates of transfers: the receipt of another county's letter, and the letter that goes with a case."""
from .grid import all_round, grid, line, row, tag_row
from .official import begun, listed, signed, slip

TAKEN = (("接管单位", "{{ issuer }}"), ("接管人", "{{ taken_by }}"), ("接管时间", "{{ taken_at }}"), ("回拨电话", "{{ phone_back }}"))
SENT = (("姓　　名", "{{ name }}　{{ sex }}"), ("证件号码", "{{ number }}"), ("电　　话", "{{ phone }}"), ("病　　名", "{{ disease }}"),
        ("报告卡号", "{{ card }}"), ("转出时间", "{{ sent }}"))
WIDTHS = (52, 52, 52)


def receipt():
    """协查回执."""
    sheet = begun("协查回执", body=13)
    sheet.say("文号", "{{ number }}")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "你处关于{{ disease }}的来函（{{ their_number }}）我县于{{ came }}收到，涉及{{ count }}人，由我县接管。")
    listed(sheet, TAKEN)
    table = grid(sheet.word, WIDTHS, lines=all_round(4) + line("insideH", 4) + line("insideV", 4))
    for cell, said in zip(row(table, widths=WIDTHS), ("姓名", "类别", "落实情况"), strict=True):
        sheet.say("正文字", said, where=cell)
    tag_row(table, "for one in rows", "小字")
    for cell, said in zip(row(table, widths=WIDTHS), ("{{ one.name }}", "{{ one.kind }}", "{{ one.found }}"), strict=True):
        sheet.say("正文字", said, where=cell)
    tag_row(table, "endfor", "小字")
    signed(sheet)
    sheet.say("小字", "校验码 {{ code }}　本件含个人信息，仅用于疫情防控，用后按规定销毁。")
    return sheet.saved()


def sending():
    """病例转送函."""
    sheet = begun("病例转送函", body=13)
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "下列病例现由我县转送你处（{{ reason }}），请接收，并把回执发还我处。")
    listed(sheet, SENT)
    signed(sheet)
    slip(sheet, "{{ issuer }}：{{ name }} 已由我处接收。",
         "接收单位＿＿＿＿＿＿＿＿＿　接收人＿＿＿＿＿＿　回拨电话＿＿＿＿＿＿＿＿＿　你处文号＿＿＿＿＿＿")
    return sheet.saved()
