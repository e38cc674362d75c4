"""The Word templates of a directive and of the timeline."""
from .official import begun, signed


def directive():
    """指令、通知、公开信、倡议书."""
    sheet = begun("指令")
    sheet.say("文号", "{{ number }}")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "{% if basis %}根据{{ basis }}，现将有关事项安排如下。{% endif %}")
    _each(sheet, "lines", "首段")
    _each(sheet, "measures", "首段")
    sheet.say("首段", "{% if file %}附件：{{ file }}{% endif %}")
    signed(sheet)
    sheet.say("小标题", "{% if receipts %}签收情况{% endif %}")
    _each(sheet, "receipts", "正文字")
    sheet.say("小字", "联系电话 {{ phone }}　校验码 {{ code }}")
    return sheet.saved()


def milestones():
    """大事记: a day, what was done here, what was done outside."""
    sheet = begun("大事记", body=12)
    sheet.say("正文字", "{%p for line in lines %}")
    sheet.say("小标题", "{{ line.on }}")
    sheet.say("正文字", "本县　{{ line.own or '—' }}")
    sheet.say("正文字", "外面　{{ line.outside or '—' }}")
    sheet.say("正文字", "{%p endfor %}")
    signed(sheet)
    sheet.say("小字", "校验码 {{ code }}")
    return sheet.saved()


def _each(sheet, name, style):
    sheet.say(style, "{%p for line in " + name + " %}")
    sheet.say(style, "{{ line }}")
    sheet.say(style, "{%p endfor %}")
