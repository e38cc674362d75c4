"""A letter from one office to another: its styles, how it begins, who signed it, what its foot asks."""
from .grid import seal_place
from .sheet import CENTER, HEADING, JUSTIFY, RED, RIGHT, TITLE, Sheet


def begun(title, body=14):
    """A letter's sheet with its drill line, its title; `body` is the size of what it lists."""
    sheet = Sheet(title, top=28, bottom=22, left=28, right=26, footer=12)
    sheet.style("标题字", 20, face=TITLE, align=CENTER, line=30, after=8)
    sheet.style("文号", 14, align=CENTER, line=22, after=6)
    sheet.style("正文字", body, align=JUSTIFY, line=22)
    sheet.style("首段", 14, align=JUSTIFY, line=22, indent=2, after=4)
    sheet.style("小标题", 14, face=HEADING, align=CENTER, line=24, before=6)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    return sheet


def listed(sheet, facts):
    """Names with what is filled in, a line each."""
    for name, words in facts:
        sheet.say("正文字", f"{name}　{words}")


def signed(sheet):
    """The office, the day, and where the seal goes."""
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")


def slip(sheet, *words):
    """The receipt that the other office fills and sends back, and the foot of a letter that names somebody."""
    sheet.say("小标题", "回　　执")
    for said in words:
        sheet.say("正文字", said)
    sheet.say("落款", "单位盖章　　　年　　月　　日　　时")
    sheet.say("小字", "联系电话 {{ phone_here }}　校验码 {{ code }}　本函含个人信息，仅用于疫情防控，用后按规定销毁。")
