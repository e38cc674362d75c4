"""The Word template of the paper form of a person's own page."""
from .grid import all_round, grid, row
from .sheet import CENTER, HEADING, JUSTIFY, TITLE, Sheet, right_tab, rule

HEAD = (140, 30)
PART = (170,)
LINE = "＿" * 27


def form():
    """本人事项申请单."""
    sheet = Sheet("本人事项申请单", top=14, bottom=12, left=20, right=20, footer=8)
    sheet.style("编号", 11, line=15)
    sheet.style("标题字", 22, face=TITLE, align=CENTER, line=30, after=4)
    sheet.style("正文字", 13, align=JUSTIFY, line=25)
    sheet.style("小标题", 14, face=HEADING, line=22)
    sheet.style("小字", 10, line=14)
    sheet.style("间隔", 3, line=5)
    sheet.style("码", 9.5)
    right_tab(sheet.say("编号", "{{ drill }}\t{{ order }}"), sheet.width)
    sheet.say("标题字", "{{ title }}")
    _head(sheet)
    _part(sheet, "一、今天的检查", "体温＿＿＿＿＿℃　□早　□晚　有没有：{{ symptoms_line }}　□都没有")
    _part(sheet, "二、我需要", "{{ needs_line }}", "要什么、要多少" + LINE)
    _part(sheet, "三、我的记录错了，请更正", "{{ fields_line }}", "正确的是" + LINE)
    _part(sheet, "四、我认为管控不对，申诉", "哪一条不是我的情况，实际是：", *[LINE + "＿＿＿＿＿＿"] * 3)
    sheet.say("间隔", "")
    sheet.say("正文字", "附：□照片　□复印件　共＿＿＿张")
    sheet.say("正文字", "签名＿＿＿＿＿＿＿　电话＿＿＿＿＿＿＿＿＿　　　　月　　日")
    rule(sheet.say("小标题", "回执（交给本人）"), "top", kind="dashed", space=4)
    sheet.say("正文字", "收到：□检查　□需要　□更正　□申诉　编号＿＿＿＿＿＿＿")
    sheet.say("正文字", "　　月　　日　　时　　收件人＿＿＿＿＿＿＿")
    sheet.say("正文字", "{{ terms }}。")
    sheet.say("正文字", "催办、申诉打", ("{{ appeal_phone }}",), "　有困难打", ("{{ help_phone }}",), "　编码 {{ code }}")
    return sheet.saved()


def _head(sheet):
    who, mark = row(grid(sheet.word, HEAD, padding=0.5), widths=HEAD)
    sheet.say("正文字", "姓名　", ("{{ name }}",), where=who)
    sheet.say("正文字", "住处　{{ place }}", where=who)
    sheet.say("正文字", "编码　{{ code }}", where=who)
    sheet.say("小字", "填哪一样就写哪一样，交给包保人或{{ office }}；也可以扫码自己在手机上填。", where=who)
    sheet.say("码", "{{ mark }}", where=mark)
    sheet.say("间隔", "")


def _part(sheet, title, *said):
    cell, = row(grid(sheet.word, PART, lines=all_round(6), padding=2), widths=PART)
    sheet.say("小标题", title, where=cell)
    for line in said:
        sheet.say("正文字", line, where=cell)
    sheet.say("间隔", "")
