"""The Word template of papers in headed sections: the report of an investigation, the file of a case, a trajectory."""
from .sheet import CENTER, HEADING, JUSTIFY, RIGHT, TITLE, Sheet, page_number


def sections():
    """流调报告、事件档案、轨迹通告."""
    sheet = Sheet("流行病学调查报告", top=32, bottom=28, left=28, right=26, footer=16)
    sheet.style("标题字", 20, face=TITLE, align=CENTER, line=32, before=10, after=4)
    sheet.style("副标题", 12, align=CENTER, line=20, after=12)
    sheet.style("一级标题", 15, face=HEADING, line=28, indent=2, before=6)
    sheet.style("正文字", 15, align=JUSTIFY, line=28, indent=2)
    sheet.style("落款", 15, align=RIGHT, line=28)
    sheet.style("小字", 9.5, line=14)
    sheet.style("页码", 10.5, align=CENTER)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("副标题", "{{ below }}")
    sheet.say("小字", "{%p for part in parts %}")
    sheet.say("一级标题", "{{ part.title }}")
    sheet.say("小字", "{%p for one in part.paragraphs %}")
    sheet.say("正文字", "{{ one }}")
    sheet.say("小字", "{%p endfor %}")
    sheet.say("小字", "{%p endfor %}")
    sheet.say("落款", "{{ issuer }}")
    sheet.say("落款", "{{ issued }}")
    sheet.say("小字", "{%p for one in notes %}")
    sheet.say("小字", "{{ one }}")
    sheet.say("小字", "{%p endfor %}")
    page_number(sheet.footer.add_paragraph(style="页码"))
    return sheet.saved()
