"""The Word template of the certificate of deletion."""
from .grid import seal_place
from .sheet import CENTER, HEADING, JUSTIFY, RED, RIGHT, TITLE, Sheet


def certificate():
    """个人信息删除证明."""
    sheet = Sheet("个人信息删除证明", top=30, bottom=30, left=28, right=26, footer=15)
    sheet.style("标题字", 26, face=TITLE, align=CENTER, line=36, after=16)
    sheet.style("首段", 14, align=JUSTIFY, line=22, indent=2, after=4)
    sheet.style("小标题", 14, face=HEADING, line=24, before=6)
    sheet.style("正文字", 14, align=JUSTIFY, line=22)
    sheet.style("清单字", 12, line=17)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("首段", "{{ why }}")
    _listed(sheet, "一、删除了什么", "gone", "{{ line.kind }}　{{ line.number }}", "清单字")
    _listed(sheet, "二、谁决定的", "decided", "{{ line }}", "正文字")
    for title, name in (("三、留下什么", "stays"), ("四、密钥和备份", "keys"), ("五、怎么核对", "check")):
        sheet.say("小标题", title)
        sheet.say("正文字", "{{ " + name + " }}")
    sheet.say("小字", "校验值 {{ digest }}")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "{{ journal }}", where=sheet.footer)
    return sheet.saved()


def _listed(sheet, title, name, words, style):
    sheet.say("小标题", title)
    sheet.say(style, "{%p for line in " + name + " %}")
    sheet.say(style, words)
    sheet.say(style, "{%p endfor %}")
