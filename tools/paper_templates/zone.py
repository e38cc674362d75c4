"""The Word templates of the notices put up in a zone and where something is shut, and of the register of what is shut."""
from .grid import seal_place
from .official import begun, signed
from .sheet import CENTER, JUSTIFY, RED, RIGHT, TITLE, Sheet


def zone():
    """关于划定高风险区的通告."""
    sheet = _put_up("关于划定风险区的通告")
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


def closed():
    """关于实行封闭管理的公告."""
    sheet = _put_up("关于封闭关停的公告")
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("文号", "{{ number }}")
    sheet.say("首段", "{% if basis %}根据{{ basis }}，现将有关事项公告如下。{% endif %}")
    sheet.say("首段", "一、范围：{{ where }}。")
    sheet.say("首段", "二、事项：{{ what }}。")
    sheet.say("首段", "三、时间：从{{ since }}起，{{ until }}。")
    sheet.say("首段", "{%p for line in lines %}")
    sheet.say("首段", "{{ line }}")
    sheet.say("首段", "{%p endfor %}")
    sheet.say("首段", "{{ spared }}")
    sheet.say("首段", "有就医、买药等需要的，请拨打 {{ phone }}。")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "联系电话 {{ phone }}　校验码 {{ code }}")
    return sheet.saved()


def register():
    """封闭关停台账."""
    sheet = begun("封闭关停台账", body=12)
    sheet.say("正文字", "{{ number }}　{{ what }}　{{ period }}")
    sheet.say("正文字", "{{ sum }}")
    sheet.say("正文字", "{%p for line in lines %}")
    sheet.say("正文字", "{{ line.n }}. {{ line.place }}　{{ line.state }}　{{ line.seen }}")
    sheet.say("正文字", "{%p endfor %}")
    sheet.say("正文字", "{%p for line in lifted %}")
    sheet.say("正文字", "{{ line }}")
    sheet.say("正文字", "{%p endfor %}")
    signed(sheet)
    sheet.say("小字", "校验码 {{ code }}")
    return sheet.saved()


def _put_up(title):
    """A sheet in large letters that is put up."""
    sheet = Sheet(title, top=30, bottom=25, left=28, right=26, footer=12)
    sheet.style("标题字", 26, face=TITLE, align=CENTER, line=38, after=8)
    sheet.style("文号", 16, align=CENTER, line=26, after=12)
    sheet.style("首段", 16, align=JUSTIFY, line=30, indent=2, after=6)
    sheet.style("条目", 16, align=JUSTIFY, line=30)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 16, align=RIGHT, line=28)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    return sheet
