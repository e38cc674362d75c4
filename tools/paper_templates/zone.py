"""The Word template of the notice put up in a zone."""
from .grid import seal_place
from .sheet import CENTER, JUSTIFY, RED, RIGHT, TITLE, Sheet


def zone():
    """关于划定高风险区的通告."""
    sheet = Sheet("关于划定风险区的通告", top=30, bottom=25, left=28, right=26, footer=12)
    sheet.style("标题字", 26, face=TITLE, align=CENTER, line=38, after=8)
    sheet.style("文号", 16, align=CENTER, line=26, after=12)
    sheet.style("首段", 16, align=JUSTIFY, line=30, indent=2, after=6)
    sheet.style("条目", 16, align=JUSTIFY, line=30)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 16, align=RIGHT, line=28)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("文号", "{{ number }}")
    sheet.say("首段", "根据{{ ground }}，经研究决定，自{{ since }}起，将{{ place }}划定为{{ level }}。现将有关事项通告如下：")
    sheet.say("条目", "{% for item in measures %}{{ loop.index }}. {{ item }}。{% endfor %}")
    sheet.say("首段", "解除时间另行通告。有就医、买药等需要的，请拨打 {{ phone }}。")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "联系电话 {{ phone }}　校验码 {{ code }}")
    return sheet.saved()
