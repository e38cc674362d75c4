"""The Word template of the sheet that rides along with a trip from point to point."""
from .grid import seal_place
from .sheet import CENTER, JUSTIFY, RED, RIGHT, TITLE, Sheet

FACTS = (("起　点", "{{ from }}　　终　点　{{ to }}"), ("司　机", "{{ driver }}　　车　牌　{{ plate }}　　车　辆　{{ vehicle }}"),
         ("防护级别", "{{ protection }}"), ("出　发", "{{ departed }}　　到　达　{{ arrived }}"), ("车辆消毒", "{{ disinfected }}"))


def trip():
    """转运单."""
    sheet = Sheet("转运单", top=26, bottom=22, left=26, right=24, footer=12)
    sheet.style("标题字", 20, face=TITLE, align=CENTER, line=30, after=8)
    sheet.style("正文字", 14, align=JUSTIFY, line=24)
    sheet.style("首段", 14, align=JUSTIFY, line=22, indent=2, after=4)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    for name, words in FACTS:
        sheet.say("正文字", f"{name}　{words}")
    sheet.say("正文字", "人　员　{% for one in riders %}{{ one.name }}（{{ one.sex }} {{ one.age }} 房间 {{ one.room }}，"
              "管控到 {{ one.until }}）{% if not loop.last %}；{% endif %}{% endfor %}")
    sheet.say("首段", "{{ rule }}")
    sheet.say("正文字", "移交人＿＿＿＿＿＿　　接收人＿＿＿＿＿＿　　接收时间＿＿月＿＿日＿＿时＿＿分")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "联系电话 {{ phone_here }}　校验码 {{ code }}　本单含个人信息，仅用于疫情防控，用后按规定销毁。")
    return sheet.saved()
