"""The Word template of a report to the city."""
from .grid import seal_place
from .sheet import CENTER, JUSTIFY, RED, RIGHT, TITLE, Sheet

FACTS = (("事　　项", "{{ subject }}"), ("发现时间", "{{ found }}"), ("知道时间", "{{ known }}"),
         ("报告时间", "{{ reported }}（用时{{ minutes }}分钟）"), ("报告人", "{{ by }}"), ("联系电话", "{{ phone }}"))


def report():
    """疫情信息报告."""
    sheet = Sheet("疫情信息报告", top=28, bottom=22, left=28, right=26, footer=12)
    sheet.style("标题字", 20, face=TITLE, align=CENTER, line=30, after=8)
    sheet.style("正文字", 14, align=JUSTIFY, line=22)
    sheet.style("首段", 14, align=JUSTIFY, line=24, indent=2, after=6)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "{{ words }}")
    for name, words in FACTS:
        sheet.say("正文字", f"{name}　{words}")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("正文字", "接报单位＿＿＿＿＿＿＿＿　接报人＿＿＿＿＿＿　接报编号＿＿＿＿＿＿＿＿　接报时间＿＿月＿＿日＿＿时＿＿分")
    sheet.say("小字", "校验码 {{ code }}")
    return sheet.saved()
