"""The Word template of a report to the city."""
from .official import begun, listed, signed

FACTS = (("事　　项", "{{ subject }}"), ("发现时间", "{{ found }}"), ("知道时间", "{{ known }}"),
         ("报告时间", "{{ reported }}（用时{{ minutes }}分钟）"), ("报告人", "{{ by }}"), ("联系电话", "{{ phone }}"))


def report():
    """疫情信息报告."""
    sheet = begun("疫情信息报告")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "{{ words }}")
    listed(sheet, FACTS)
    signed(sheet)
    sheet.say("正文字", "接报单位＿＿＿＿＿＿＿＿　接报人＿＿＿＿＿＿　接报编号＿＿＿＿＿＿＿＿　接报时间＿＿月＿＿日＿＿时＿＿分")
    sheet.say("小字", "校验码 {{ code }}")
    return sheet.saved()
